package org.alkahest.processor;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.alkahest.processor.Attribute.Link;
import org.alkahest.processor.Attribute.Placement;
import org.alkahest.processor.Attribute.Target;

/** Reads what is kept of where elements stand in their collection: {@code @OrderColumn}, {@code @MapKey}, {@code @MapKeyColumn}. */
final class PlacementReader {
    private final Context context;

    PlacementReader(Context context) {
        this.context = context;
    }

    /** The placement; empty if there is none, or after a report. */
    Optional<Placement> read(Property property, String kind, Target target, Link link) {
        Element field = property.field();
        List<Annotation> given = Stream.of("OrderColumn", "MapKey", "MapKeyColumn")
                .flatMap(name -> Annotation.find(field, name).stream())
                .toList();
        boolean isMap = kind.equals("MAP");
        if (given.size() != 1) {
            if (isMap || !given.isEmpty()) {
                wrongNumber(field, given);
            }
            return Optional.empty();
        }
        Annotation annotation = given.get(0);
        boolean isPosition = annotation.name().equals("OrderColumn");
        if (!checkPlace(field, annotation, isPosition ? kind.equals("LIST") : isMap, link)) {
            return Optional.empty();
        }
        if (Annotation.isPresent(field, "OrderBy")) {
            meaningless(
                    field,
                    annotation,
                    "@OrderBy means nothing beside @" + annotation.name() + ".",
                    "Remove one of them.");
        }
        return isPosition
                ? position(property, annotation, target, link)
                : key(property, annotation, target, link, keyType(property.type()));
    }

    private void wrongNumber(Element field, List<Annotation> given) {
        if (given.isEmpty()) {
            context.problems()
                    .add(
                            "ALK-3021",
                            field,
                            "a map needs to say where its keys are.",
                            "Annotate it with @MapKey(name = \"code\") for an attribute of the element, or"
                                    + " @MapKeyColumn for a column of the table between the two.");
        } else {
            meaningless(
                    field,
                    given.get(1),
                    "@" + given.get(1).name() + " means nothing beside @"
                            + given.get(0).name() + ".",
                    "Remove one of them.");
        }
    }

    private boolean checkPlace(Element field, Annotation annotation, boolean fitsKind, Link link) {
        boolean isPosition = annotation.name().equals("OrderColumn");
        if (!fitsKind) {
            return meaningless(
                    field,
                    annotation,
                    "@" + annotation.name() + " means nothing here.",
                    isPosition
                            ? "Declare the field as List, or remove it."
                            : "Declare the field as Map, or remove it.");
        }
        if (link instanceof Link.MappedBy by
                && by.isMany()
                && !annotation.name().equals("MapKey")) {
            return meaningless(
                    field,
                    annotation,
                    "@" + annotation.name() + " belongs to the side that has the table.",
                    "Put it on " + by.attribute() + ", or use @" + (isPosition ? "OrderBy" : "MapKey") + " here.");
        }
        return true;
    }

    private boolean meaningless(Element field, Annotation annotation, String problem, String fix) {
        context.problems().add("ALK-3014", field, annotation, problem, fix);
        return false;
    }

    private static Optional<TypeMirror> keyType(TypeMirror type) {
        return type instanceof DeclaredType declared
                        && declared.getTypeArguments().size() == 2
                ? Optional.of(declared.getTypeArguments().get(0))
                : Optional.empty();
    }

    private Optional<Placement> position(Property property, Annotation annotation, Target target, Link link) {
        Element field = property.field();
        ColumnSpec spec = new ColumnSpec(annotation);
        spec.check(field, context.problems());
        spec.checkInserted(field, context.problems());
        String name = spec.name(context.naming().name(property.name() + "Order"));
        if (link instanceof Link.Through through) {
            checkName(field, annotation, name, through);
            ColumnType.Code code = new ColumnType.Standard("INTEGER");
            TypeMirror integer =
                    context.elements().getTypeElement("java.lang.Integer").asType();
            return Optional.of(new Placement.InTable(false, name, new ColumnType(integer, code, true, false)));
        }
        return attribute(
                property,
                annotation,
                target,
                column -> column.name().equalsIgnoreCase(name)
                        && Context.is(column.type().javaType(), "java.lang.Integer"),
                "'@Column(name = \"" + name + "\") Integer "
                        + (annotation.text("name").isEmpty() ? property.name() + "Order" : "position") + "'",
                false);
    }

    private Optional<Placement> key(
            Property property, Annotation annotation, Target target, Link link, Optional<TypeMirror> type) {
        if (type.isEmpty()) {
            return Optional.empty();
        }
        Element field = property.field();
        if (annotation.name().equals("MapKey")) {
            String path = annotation.text("name");
            return attribute(
                    property,
                    annotation,
                    target,
                    column ->
                            (path.isEmpty() ? column.isKey() : column.path().equals(path)) && isOf(column, type.get()),
                    TypeText.of(type.get()) + " " + (path.isEmpty() ? "as its key" : "'" + path + "'"),
                    true);
        }
        ColumnSpec spec = new ColumnSpec(annotation);
        spec.check(field, context.problems());
        spec.checkInserted(field, context.problems());
        String name = spec.name(context.naming().name(property.name() + "Key"));
        if (!(link instanceof Link.Through through)) {
            return attribute(
                    property,
                    annotation,
                    target,
                    column -> column.name().equalsIgnoreCase(name) && isOf(column, type.get()),
                    "'@Column(name = \"" + name + "\") " + TypeText.of(type.get()) + "'",
                    true);
        }
        checkName(field, annotation, name, through);
        ColumnType column = new TypeReader(context).basic(type.get(), field, spec);
        if (column == null) {
            context.problems()
                    .add(
                            "ALK-3007",
                            field,
                            "no column type fits the key " + TypeText.of(type.get()) + ".",
                            "Use a String, number, enum or date as key.");
            return Optional.empty();
        }
        return Optional.of(new Placement.InTable(true, name, column));
    }

    private void checkName(Element field, Annotation annotation, String name, Link.Through through) {
        if (Stream.concat(through.table().owner().stream(), through.table().target().stream())
                .anyMatch(reference -> reference.column().equalsIgnoreCase(name))) {
            context.problems()
                    .add(
                            "ALK-3008",
                            field,
                            annotation,
                            "its table would have two columns '" + name + "'.",
                            "Give @" + annotation.name() + " another name.");
        }
    }

    private boolean isOf(ColumnModel column, TypeMirror type) {
        return context.types().isSameType(column.type().javaType(), type);
    }

    /** The attribute of the target that keeps it: the column belongs to the target's companion. */
    private Optional<Placement> attribute(
            Property property,
            Annotation annotation,
            Target target,
            Predicate<ColumnModel> fits,
            String wanted,
            boolean isKey) {
        List<ColumnModel> columns = new EntityReader(context)
                .columnsOf(target.type()).stream()
                        .filter(column -> !column.isLazy() && fits.test(column))
                        .toList();
        if (columns.size() == 1) {
            return Optional.of(new Placement.OfTarget(isKey, columns.get(0).field()));
        }
        context.problems()
                .add(
                        "ALK-3017",
                        property.field(),
                        annotation,
                        target.type().getSimpleName() + " has no such attribute.",
                        "Add the attribute " + wanted + " to " + target.type().getSimpleName() + ".");
        return Optional.empty();
    }
}
