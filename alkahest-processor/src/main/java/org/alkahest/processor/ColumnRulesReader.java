package org.alkahest.processor;

import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.PrimitiveType;

/** Reads {@code insertable} and {@code updatable}, {@code @ServerDefault}, {@code @Computed} and {@code @ServerGenerated}. */
final class ColumnRulesReader {
    private static final String NEVER = "";

    private final Context context;

    ColumnRulesReader(Context context) {
        this.context = context;
    }

    ColumnRules read(Property property, ColumnSpec spec, boolean isKey) {
        VariableElement field = property.field();
        Optional<Annotation> computed = Annotation.find(field, "Computed");
        Optional<Annotation> generated = Annotation.find(field, "ServerGenerated");
        Optional<Annotation> fallback = Annotation.find(field, "ServerDefault");
        if (isKey || VersionReader.isVersion(field)) {
            checkOwned(field, spec, isKey ? "a key" : "a version");
            return ColumnRules.of(spec);
        }
        check(property, spec);
        if (computed.isPresent()) {
            Annotation annotation = computed.get();
            return new ColumnRules(false, false, NEVER, "", annotation.text("value"), annotation.flag("stored", true));
        }
        String text = fallback.map(annotation -> annotation.text("value")).orElse("");
        if (generated.isPresent()) {
            boolean isOnce =
                    generated.get().constant("value", "INSERT_AND_UPDATE").equals("INSERT");
            return new ColumnRules(false, false, isOnce ? "AFTER_INSERT" : "AFTER_WRITES", text, "", false);
        }
        String reading = spec.isInsertable() && text.isEmpty() ? NEVER : "AFTER_INSERT";
        boolean isPlainDefault = spec.isInsertable() && spec.isUpdatable();
        return new ColumnRules(
                spec.isInsertable(), spec.isUpdatable(), isPlainDefault ? NEVER : reading, text, "", false);
    }

    private void check(Property property, ColumnSpec spec) {
        VariableElement field = property.field();
        Optional<Annotation> computed = Annotation.find(field, "Computed");
        Optional<Annotation> generated = Annotation.find(field, "ServerGenerated");
        Optional<Annotation> fallback = Annotation.find(field, "ServerDefault");
        if (computed.isPresent() && (generated.isPresent() || fallback.isPresent() || spec.saysWhatIsWritten())) {
            wrong(
                    field,
                    computed.get(),
                    "a computed column is never written, has no default, and is always read.",
                    "Remove what else is said of it.");
        } else if (generated.isPresent() && spec.saysWhatIsWritten()) {
            wrong(
                    field,
                    generated.get(),
                    "a column that the database writes is never written by a flush.",
                    "Remove insertable and updatable.");
        } else if (generated.isEmpty() && spec.isInsertable() && property.type() instanceof PrimitiveType primitive) {
            fallback.ifPresent(annotation -> wrong(
                    field,
                    annotation,
                    "a primitive field is never null, so that the default would never be taken.",
                    "Declare the field as "
                            + context.types().boxedClass(primitive).getSimpleName() + "."));
        }
    }

    private void checkOwned(VariableElement field, ColumnSpec spec, String what) {
        Stream.of("Computed", "ServerGenerated", "ServerDefault")
                .flatMap(name -> Annotation.find(field, name).stream())
                .forEach(annotation -> wrong(
                        field,
                        annotation,
                        "@" + annotation.name() + " means nothing for " + what + ".",
                        "Remove it; @VersionBy(DATABASE) is for a version that the database writes."));
        Annotation column = spec.annotation();
        if (column != null && !spec.isInsertable()) {
            wrong(field, column, "insertable = false means nothing for " + what + ".", "Remove it.");
        }
    }

    private void wrong(VariableElement field, Annotation annotation, String problem, String fix) {
        context.problems().add("ALK-3014", field, annotation, problem, fix);
    }
}
