package org.alkahest.processor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.alkahest.processor.Attribute.Link;
import org.alkahest.processor.Attribute.Target;
import org.alkahest.processor.Attribute.ToMany;

/** Reads {@code @OneToMany} and {@code @ManyToMany}. */
final class ToManyReader {
    private static final Map<String, String> KINDS = Map.of(
            "java.util.List",
            "LIST",
            "java.util.Set",
            "SET",
            "java.util.Collection",
            "COLLECTION",
            "java.util.Map",
            "MAP",
            "org.alkahest.orm.mapping.WriteOnly",
            "WRITE_ONLY");

    static final String VIEW_ONLY = "ViewOnly";

    private final Context context;
    private final TypeElement entity;
    private final TargetReader targets;

    ToManyReader(Context context, TypeElement entity) {
        this.context = context;
        this.entity = entity;
        this.targets = new TargetReader(context, entity);
    }

    /** Whether a type is one of java.util's collections or maps. */
    static boolean isCollection(TypeMirror type) {
        return Context.element(type)
                .map(element -> element.getQualifiedName().toString())
                .filter(name -> KINDS.containsKey(name)
                        || (name.startsWith("java.util.")
                                && Stream.of("List", "Set", "Map", "Queue", "Deque", "Collection", "Iterable")
                                        .anyMatch(name::endsWith)))
                .isPresent();
    }

    /** The element type of a collection or map; the collection itself if it is raw. */
    static TypeMirror elementType(TypeMirror type) {
        return type instanceof DeclaredType declared
                        && !declared.getTypeArguments().isEmpty()
                ? declared.getTypeArguments().get(declared.getTypeArguments().size() - 1)
                : type;
    }

    Optional<Attribute> read(Property property) {
        VariableElement field = property.field();
        if (JoinOnReader.isPresent(field)) {
            String kind = kind(property);
            return kind.isEmpty() ? Optional.empty() : new JoinOnReader(context, entity).readToMany(property, kind);
        }
        Annotation annotation = Stream.of("OneToMany", "ManyToMany")
                .flatMap(name -> Annotation.find(field, name).stream())
                .findFirst()
                .orElseThrow();
        Supported.TO_MANY.check(field, context.problems());
        String kind = kind(property);
        if (kind.isEmpty()) {
            return Optional.empty();
        }
        Optional<Target> target = targets.read(field, elementType(property.type()));
        if (target.isEmpty()) {
            return Optional.empty();
        }
        targets.checkTargetEntity(field, annotation);
        checkFetch(field, annotation);
        List<Attribute.SortKey> order =
                new OrderByReader(context).read(field, target.get().type());
        return link(property, annotation, target.get())
                .map(link -> new ToMany(
                        property,
                        target.get(),
                        kind,
                        TargetReader.cascades(annotation),
                        link,
                        isViewOnly(field, annotation, kind),
                        order,
                        new PlacementReader(context).read(property, kind, target.get(), link)));
    }

    private boolean isViewOnly(Element field, Annotation annotation, String kind) {
        boolean isViewOnly = Annotation.isPresent(field, VIEW_ONLY);
        if (isViewOnly && (annotation.gives("cascade") || annotation.gives("orphanRemoval"))) {
            context.problems()
                    .add(
                            "ALK-3014",
                            field,
                            annotation,
                            "nothing cascades along a collection that is read alone.",
                            "Remove cascade and orphanRemoval, or @ViewOnly.");
        }
        if (isViewOnly && kind.equals("WRITE_ONLY")) {
            context.problems()
                    .add(
                            "ALK-3014",
                            field,
                            "@ViewOnly means nothing on a WriteOnly, which nobody reads.",
                            "Remove it, or declare the field as List, Set or Collection.");
        }
        return isViewOnly;
    }

    /** The constant of CollectionKind, or empty after a report. */
    private String kind(Property property) {
        Element field = property.field();
        TypeMirror type = property.type();
        String name = Context.element(type)
                .map(element -> element.getQualifiedName().toString())
                .orElse("");
        String kind = KINDS.getOrDefault(name, "");
        if (kind.isEmpty()) {
            String wanted = TypeText.of(elementType(type));
            context.problems()
                    .add(
                            "ALK-3009",
                            field,
                            TypeText.of(type) + " cannot hold an association.",
                            "Declare it as List, Set or Collection"
                                    + (isCollection(type) && !name.endsWith("Map")
                                            ? "<" + wanted + ">"
                                            : " of the entity")
                                    + ": the session puts its own implementation there.");
            return "";
        }
        if (((DeclaredType) type).getTypeArguments().isEmpty()) {
            context.problems()
                    .add(
                            "ALK-3009",
                            field,
                            "a raw " + TypeText.of(type) + " does not say of what.",
                            "Give the entity's type: " + TypeText.of(type) + "<Fee>.");
            return "";
        }
        if (!new FinalFields(context).check(property)) {
            return "";
        }
        return kind;
    }

    private void checkFetch(Element field, Annotation annotation) {
        if (annotation.constant("fetch", "LAZY").equals("EAGER")) {
            context.problems()
                    .add(
                            "ALK-3011",
                            field,
                            annotation,
                            "fetch = EAGER has no effect on a collection, which is loaded when it is touched, in"
                                    + " batches.",
                            "Remove it, and ask for the collection in the queries that need it.");
        }
    }

    private Optional<Link> link(Property property, Annotation annotation, Target target) {
        VariableElement field = property.field();
        boolean isMany = annotation.name().equals("ManyToMany");
        List<Annotation> joins = Annotation.all(field, "JoinColumn", "JoinColumns");
        boolean hasTable = Annotation.isPresent(field, "JoinTable");
        String mappedBy = annotation.text("mappedBy");
        if (!mappedBy.isEmpty()) {
            if (!joins.isEmpty() || hasTable) {
                context.problems()
                        .add(
                                "ALK-3014",
                                field,
                                annotation,
                                "the side with mappedBy has neither columns nor a table.",
                                "Put @JoinColumn or @JoinTable on "
                                        + target.type().getSimpleName() + "." + mappedBy + ".");
            }
            return new MappedByReader(context, entity)
                            .check(field, annotation, target.type(), mappedBy, isMany ? "ManyToMany" : "ManyToOne")
                    ? Optional.of(new Link.MappedBy(mappedBy, isMany))
                    : Optional.empty();
        }
        if (joins.isEmpty()) {
            MappedByReader others = new MappedByReader(context, entity);
            if (!isMany && !hasTable) {
                others.checkNoneForgotten(field, annotation, target.type());
            }
            Annotation.find(field, "JoinTable")
                    .ifPresent(table -> others.checkTableWrittenOnce(field, table, target.type()));
            return new JoinTableReader(context, entity)
                    .read(property, target, !isMany)
                    .map(Link.Through::new);
        }
        reportJoinColumn(field, joins.get(0), target, isMany || hasTable);
        return Optional.empty();
    }

    /** The target's table belongs to its own companion, so only a field of the target can map a column of it. */
    private void reportJoinColumn(Element field, Annotation joinColumn, Target target, boolean hasTable) {
        if (hasTable) {
            context.problems()
                    .add(
                            "ALK-3014",
                            field,
                            joinColumn,
                            "@JoinColumn means nothing for a collection that has a table of its own.",
                            "Put it into @JoinTable(joinColumns = ...).");
            return;
        }
        String name = target.type().getSimpleName().toString();
        String owner = entity.getSimpleName().toString();
        context.problems()
                .add(
                        "ALK-3001",
                        field,
                        joinColumn,
                        "a column of " + name + " that no field of " + name + " maps is not supported.",
                        "Add '@ManyToOne Ref<" + owner + "> " + Naming.decapitalized(owner) + "' to " + name
                                + " with this @JoinColumn, and use mappedBy here; or remove @JoinColumn to have a table"
                                + " between the two.");
    }
}
