package org.alkahest.processor;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/** Reads attributes that are one column. */
final class BasicReader {
    private final Context context;
    private final TypeReader types;
    private final Columns columns;
    private final Overrides overrides;

    BasicReader(Context context, Columns columns, Overrides overrides) {
        this.context = context;
        this.types = new TypeReader(context);
        this.columns = columns;
        this.overrides = overrides;
    }

    /**
     * @param steps the properties that lead to the value, the attribute itself last
     * @param isKey whether it is part of the key
     * @param isLoneKey whether it is the whole key
     */
    Optional<Attribute> read(List<Property> steps, boolean isKey, boolean isLoneKey) {
        Property property = steps.get(steps.size() - 1);
        VariableElement field = property.field();
        String path = AttributeReader.path(steps);
        ColumnSpec spec = overrides.spec(path, field);
        spec.check(field, context.problems());
        checkBasic(property);
        Optional<LazyReader.LazyContent> lazy = new LazyReader(context).read(property, steps.size() > 1, isKey);
        Optional<ColumnType> type =
                types.read(lazy.map(LazyReader.LazyContent::content).orElse(property), spec);
        if (type.isEmpty()) {
            return Optional.empty();
        }
        boolean optional = Annotation.find(field, "Basic")
                .map(basic -> basic.flag("optional", true))
                .orElse(true);
        ColumnModel column = new ColumnModel(
                columns.next(),
                AttributeReader.companionField(steps),
                spec.name(context.naming().name(property.name())),
                type.get(),
                path,
                steps,
                -1,
                isKey,
                isGenerated(property, type.get(), isLoneKey),
                !isKey
                        && !VersionReader.isVersion(field)
                        && optional
                        && spec.isNullable()
                        && !property.type().getKind().isPrimitive(),
                spec.isUnique(),
                new ColumnRulesReader(context).read(property, spec, isKey),
                spec.comment(),
                lazy.map(LazyReader.LazyContent::group));
        checkMeaning(field, type.get());
        columns.add(column);
        return Optional.of(new Attribute.Basic(column));
    }

    private void checkBasic(Property property) {
        VariableElement field = property.field();
        Annotation.find(field, "Basic")
                .filter(basic -> basic.constant("fetch", "EAGER").equals("LAZY") && !LazyReader.isLazy(property))
                .ifPresent(basic -> context.problems()
                        .add(
                                "ALK-3011",
                                field,
                                basic,
                                "fetch = LAZY has no effect on a plain field.",
                                "Declare the field as Lazy<" + TypeText.of(types.boxed(property.type()))
                                        + ">, or remove fetch = LAZY."));
    }

    private void checkMeaning(VariableElement field, ColumnType type) {
        ColumnType.Code code = type.code() instanceof ColumnType.ArrayOf array ? array.element() : type.code();
        boolean isEnum = code instanceof ColumnType.EnumType;
        Annotation.find(field, "Enumerated")
                .filter(annotation -> !isEnum)
                .ifPresent(annotation -> context.problems()
                        .add(
                                "ALK-3014",
                                field,
                                annotation,
                                "@Enumerated means nothing here: the field is no enum, or it has a converter.",
                                "Remove it."));
        boolean isLarge = type.code() instanceof ColumnType.Standard standard
                && (standard.member().equals("TEXT") || standard.member().equals("BINARY"));
        Annotation.find(field, "Lob")
                .filter(annotation -> !isLarge)
                .ifPresent(annotation -> context.problems()
                        .add(
                                "ALK-3014",
                                field,
                                annotation,
                                "@Lob asks for the widest type, which only a String or byte[] without a length has.",
                                "Remove it."));
    }

    /** A lone integer key generates itself; whatever else asks for it is refused. */
    private boolean isGenerated(Property property, ColumnType type, boolean isLoneKey) {
        if (KeyGenerationReader.isByProgram(property.field(), type.javaType())) {
            return false;
        }
        boolean isNumbered = isLoneKey && type.code() instanceof ColumnType.Standard && isNumbered(type.javaType());
        Annotation.find(property.field(), "GeneratedValue")
                .ifPresent(annotation -> checkGenerated(property.field(), annotation, isNumbered));
        return isNumbered;
    }

    private void checkGenerated(VariableElement field, Annotation annotation, boolean isNumbered) {
        String strategy = annotation.constant("strategy", "AUTO");
        if (!isNumbered) {
            context.problems()
                    .add(
                            "ALK-3015",
                            field,
                            annotation,
                            "the database numbers only a lone @Id of type Integer, Long or Short.",
                            "Remove @GeneratedValue and assign the key before the object is added, or let the program"
                                    + " make it: a UUID, strategy = SEQUENCE, or @KeyBy.");
        } else if (!Set.of("AUTO", "IDENTITY").contains(strategy) || annotation.gives("generator")) {
            context.problems()
                    .add(
                            "ALK-3015",
                            field,
                            annotation,
                            "nothing numbers keys by a generator of strategy " + strategy + ".",
                            "Use strategy = SEQUENCE with @SequenceGenerator, or IDENTITY without a generator, which"
                                    + " is the default.");
        }
    }

    private static boolean isNumbered(TypeMirror type) {
        return Context.element(type)
                .filter(element -> KeyGenerationReader.NUMBERED.contains(
                        element.getQualifiedName().toString()))
                .isPresent();
    }
}
