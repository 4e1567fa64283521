package org.alkahest.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.alkahest.processor.Attribute.ConstraintName;
import org.alkahest.processor.Attribute.Target;
import org.alkahest.processor.Attribute.ToOne;
import org.alkahest.processor.JoinColumnReader.JoinColumn;

/** Reads {@code @ManyToOne} and {@code @OneToOne}. */
final class ToOneReader {
    static final String REF = "org.alkahest.orm.mapping.Ref";

    private final Context context;
    private final TypeElement entity;
    private final Columns columns;
    private final TargetReader targets;
    private final JoinColumnReader joinColumns;

    ToOneReader(Context context, TypeElement entity, Columns columns) {
        this.context = context;
        this.entity = entity;
        this.columns = columns;
        this.targets = new TargetReader(context, entity);
        this.joinColumns = new JoinColumnReader(context);
    }

    /** The target's type: what a Ref refers to, else the type itself; the Ref itself if it is raw. */
    static TypeMirror targetType(TypeMirror type) {
        return Context.is(type, REF)
                        && type instanceof DeclaredType declared
                        && declared.getTypeArguments().size() == 1
                ? declared.getTypeArguments().get(0)
                : type;
    }

    Optional<Attribute> read(Property property) {
        VariableElement field = property.field();
        if (JoinOnReader.isPresent(field)) {
            return checkShape(property, targetType(property.type()))
                    ? new JoinOnReader(context, entity).readToOne(property)
                    : Optional.empty();
        }
        Annotation annotation = Stream.of("ManyToOne", "OneToOne")
                .flatMap(name -> Annotation.find(field, name).stream())
                .findFirst()
                .orElseThrow();
        Supported.TO_ONE.check(field, context.problems());
        boolean reference = Context.is(property.type(), REF);
        TypeMirror type = targetType(property.type());
        if (!checkShape(property, type)) {
            return Optional.empty();
        }
        Optional<Target> target = targets.read(field, type);
        if (target.isEmpty()) {
            return Optional.empty();
        }
        targets.checkTargetEntity(field, annotation);
        checkFetch(property, annotation, reference, type);
        String mappedBy = annotation.text("mappedBy");
        return mappedBy.isEmpty()
                ? owning(property, annotation, target.get(), reference)
                : inverse(property, annotation, target.get(), reference, mappedBy);
    }

    private boolean checkShape(Property property, TypeMirror type) {
        Element field = property.field();
        if (!new FinalFields(context).check(property)) {
            return false;
        }
        if (Context.is(type, REF) || type.getKind() == TypeKind.WILDCARD) {
            context.problems()
                    .add("ALK-3009", field, "Ref does not say of what.", "Give the entity's type: Ref<Student>.");
            return false;
        }
        if (ToManyReader.isCollection(type)) {
            context.problems()
                    .add("ALK-3009", field, TypeText.of(type) + " is a collection.", "Use @OneToMany or @ManyToMany.");
            return false;
        }
        if (Context.is(type, "java.util.Optional")) {
            context.problems()
                    .add(
                            "ALK-3009",
                            field,
                            "an association cannot be an Optional.",
                            "Declare it as Ref, whose find() is Optional.");
            return false;
        }
        return true;
    }

    private void checkFetch(Property property, Annotation annotation, boolean reference, TypeMirror type) {
        if (!annotation.gives("fetch")) {
            return;
        }
        String fetch = annotation.constant("fetch", "EAGER");
        String name = TypeText.of(type);
        if (fetch.equals("LAZY") && !reference) {
            context.problems()
                    .add(
                            "ALK-3011",
                            property.field(),
                            annotation,
                            "fetch = LAZY has no effect on a plain " + name + ", which is loaded with its owner.",
                            "Declare the field as Ref<" + name + ">.");
        } else if (fetch.equals("EAGER") && reference) {
            context.problems()
                    .add(
                            "ALK-3011",
                            property.field(),
                            annotation,
                            "fetch = EAGER has no effect on a Ref, which is loaded when it is asked.",
                            "Declare the field as " + name + ", or remove fetch.");
        }
    }

    private Optional<Attribute> owning(Property property, Annotation annotation, Target target, boolean reference) {
        VariableElement field = property.field();
        List<Annotation> annotations = Annotation.all(field, "JoinColumn", "JoinColumns");
        String prefix = context.naming().name(property.name());
        List<JoinColumn> joins = joinColumns.read(
                field, annotations, target.key(), key -> context.naming().joined(prefix, key.name()));
        if (joins.isEmpty()) {
            return Optional.empty();
        }
        boolean isOneToOne = annotation.name().equals("OneToOne");
        boolean isKey = Annotation.isPresent(field, "Id");
        boolean isAlone = isOneToOne && !(isKey && isLoneKey());
        boolean optional = annotation.flag("optional", true);
        List<ColumnModel> keys = new ArrayList<>();
        for (JoinColumn join : joins) {
            boolean isUnique = join.spec().isUnique() || (isAlone && joins.size() == 1);
            ColumnModel column = new ColumnModel(
                    columns.next(),
                    columns.foreignKeyField(
                            Naming.join(property.name(), join.key().field())),
                    join.name(),
                    join.key().type(),
                    property.name(),
                    List.of(property),
                    keys.size(),
                    isKey,
                    false,
                    !isKey && optional && join.spec().isNullable(),
                    isUnique,
                    ColumnRules.of(join.spec()),
                    join.spec().comment(),
                    Optional.empty());
            columns.add(column);
            keys.add(column);
        }
        List<Annotation> places = new ArrayList<>(annotations);
        Annotation.find(field, "JoinColumns").ifPresent(places::add);
        return Optional.of(new ToOne(
                property,
                target,
                reference,
                TargetReader.cascades(annotation),
                keys,
                "",
                Optional.empty(),
                constraint(field, places, keys.get(0)),
                isAlone && keys.size() > 1));
    }

    private ConstraintName constraint(VariableElement field, List<Annotation> places, ColumnModel column) {
        ConstraintName constraint = withOnUpdate(field, joinColumns.constraint(field, places, "foreignKey"));
        Annotation onDelete = Annotation.find(field, "OnDelete").orElse(null);
        if (onDelete == null) {
            return constraint;
        }
        String action = onDelete.constant("value", "NO_ACTION");
        String problem = !constraint.isWanted()
                ? "there is no foreign key that could do it."
                : action.equals("SET_DEFAULT")
                        ? "an object cannot tell what its reference is after SET DEFAULT."
                        : action.equals("SET_NULL") && !column.isNullable() ? "its column is NOT NULL." : "";
        if (!problem.isEmpty()) {
            context.problems()
                    .add("ALK-3014", field, onDelete, problem, "Remove @OnDelete, or give it CASCADE or RESTRICT.");
        }
        return new ConstraintName(constraint.isWanted(), constraint.name(), action, constraint.onUpdate());
    }

    private ConstraintName withOnUpdate(VariableElement field, ConstraintName constraint) {
        Annotation onUpdate = Annotation.find(field, "OnUpdate").orElse(null);
        if (onUpdate == null) {
            return constraint;
        }
        String action = onUpdate.constant("value", "NO_ACTION");
        String problem = !constraint.isWanted()
                ? "there is no foreign key that could do it."
                : action.startsWith("SET_") ? "the session's objects would still refer to the changed one." : "";
        if (!problem.isEmpty()) {
            context.problems()
                    .add("ALK-3014", field, onUpdate, problem, "Remove @OnUpdate, or give it CASCADE or RESTRICT.");
        }
        return new ConstraintName(constraint.isWanted(), constraint.name(), constraint.onDelete(), action);
    }

    /** Whether the entity's key is one field, which makes the key unique anyway. */
    private boolean isLoneKey() {
        return new Hierarchy(context.silent())
                        .ofEntity(entity).stream()
                                .filter(property -> AttributeReader.isKey(property.field()))
                                .count()
                == 1;
    }

    private Optional<Attribute> inverse(
            Property property, Annotation annotation, Target target, boolean reference, String mappedBy) {
        VariableElement field = property.field();
        Annotation.find(field, "OnDelete")
                .ifPresent(onDelete -> context.problems()
                        .add(
                                "ALK-3014",
                                field,
                                onDelete,
                                "@OnDelete means nothing on the side with mappedBy, which has no foreign key.",
                                "Put it on " + target.type().getSimpleName() + "." + mappedBy + "."));
        Annotation.find(field, "OnUpdate")
                .ifPresent(onUpdate -> context.problems()
                        .add(
                                "ALK-3014",
                                field,
                                onUpdate,
                                "@OnUpdate means nothing on the side with mappedBy, which has no foreign key.",
                                "Put it on " + target.type().getSimpleName() + "." + mappedBy + "."));
        if (Annotation.isPresent(field, "Id")) {
            context.problems()
                    .add(
                            "ALK-3014",
                            field,
                            annotation,
                            "the side with mappedBy has no column, so that it cannot be the key.",
                            "Put @Id on the side with the foreign key.");
        }
        if (!Annotation.all(field, "JoinColumn", "JoinColumns").isEmpty() || !annotation.flag("optional", true)) {
            context.problems()
                    .add(
                            "ALK-3014",
                            field,
                            annotation,
                            "the side with mappedBy has no column, so that neither @JoinColumn nor optional = false"
                                    + " means anything.",
                            "Put it on " + target.type().getSimpleName() + "." + mappedBy + ".");
        }
        boolean found =
                new MappedByReader(context, entity).check(field, annotation, target.type(), mappedBy, "OneToOne");
        return found
                ? Optional.of(new ToOne(
                        property,
                        target,
                        reference,
                        TargetReader.cascades(annotation),
                        List.of(),
                        mappedBy,
                        Optional.empty(),
                        ConstraintName.DEFAULT,
                        false))
                : Optional.empty();
    }
}
