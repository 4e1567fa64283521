package org.alkahest.processor;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;

/**
 * Which annotations mean something where. Nothing is ignored: every other one is an error.
 *
 * @param place where they stand
 * @param names those that mean something there
 * @param fixes what to do about others, unless that is to remove them
 */
record Supported(String place, Set<String> names, Map<String, String> fixes) {
    static final Supported ENTITY = of(
            "an entity",
            "Entity",
            "Table",
            "AttributeOverride",
            "AttributeOverrides",
            "EntityListeners",
            "ExcludeSuperclassListeners",
            "IdClass",
            "SequenceGenerator",
            "Inheritance",
            "DiscriminatorColumn",
            "DiscriminatorValue",
            "LoadSubclasses",
            "OnDelete",
            "Immutable");
    static final Supported MAPPED_SUPERCLASS =
            of("a mapped superclass", "MappedSuperclass", "EntityListeners", "ExcludeSuperclassListeners");
    static final Supported EMBEDDABLE = of("an embeddable", "Embeddable");
    static final Supported PLAIN_SUPERCLASS =
            of("a class without @MappedSuperclass").fixing("", "Annotate the class with @MappedSuperclass.");
    static final Supported BASIC = of(
            "a basic attribute",
            "Id",
            "GeneratedValue",
            "KeyBy",
            "SequenceGenerator",
            "ServerDefault",
            "ServerGenerated",
            "Computed",
            "Column",
            "Basic",
            "Enumerated",
            "Convert",
            "Converts",
            "Lob",
            "ArrayColumn",
            "JsonColumn",
            "LazyGroup",
            "Version",
            "VersionBy");
    static final Supported EMBEDDED = of(
                    "an embedded attribute", "Embedded", "EmbeddedId", "AttributeOverride", "AttributeOverrides")
            .fixing("Id", "Use @EmbeddedId.");
    static final Supported TO_ONE = of(
                    "a to-one association",
                    "Id",
                    "ManyToOne",
                    "OneToOne",
                    "JoinColumn",
                    "JoinColumns",
                    "OnDelete",
                    "OnUpdate")
            .fixing("Column", "Use @JoinColumn.");
    static final Supported TO_MANY = of(
            "a collection",
            "OneToMany",
            "ManyToMany",
            "JoinColumn",
            "JoinColumns",
            "JoinTable",
            "OrderBy",
            "OrderColumn",
            "MapKey",
            "MapKeyColumn",
            "ViewOnly");
    static final Supported JOIN_ON = of("a relationship by a condition", "JoinOn", "OrderBy");

    private static final Set<String> ANYWHERE = Stream.of(
                    ENTITY, MAPPED_SUPERCLASS, EMBEDDABLE, BASIC, EMBEDDED, TO_ONE, TO_MANY, JOIN_ON)
            .flatMap(place -> place.names.stream())
            .collect(Collectors.toUnmodifiableSet());

    /** The way out for those that come with later versions, or never. */
    private static final Map<String, String> HINTS = Map.ofEntries(
            Map.entry("ExcludeDefaultListeners", "Remove it: there are no default listeners."),
            Map.entry("MapsId", "Map the key column as a field of its own, and the association without it."),
            Map.entry("ElementCollection", "Make the element an entity and use @OneToMany."),
            Map.entry("Temporal", "Use a java.time type, which needs no annotation."),
            Map.entry("SecondaryTable", "Map the second table as an entity and use @OneToOne."),
            Map.entry("SequenceGenerators", "Put each @SequenceGenerator on the @Id that uses it."),
            Map.entry("TableGenerator", "Use @GeneratedValue(strategy = IDENTITY), SEQUENCE or UUID, or @KeyBy."),
            Map.entry("NamedQuery", "Keep the query as a constant: Select values are immutable and reusable."),
            Map.entry("NamedQueries", "Keep queries as constants: Select values are immutable and reusable."),
            Map.entry("PrimaryKeyJoinColumn", "Use @JoinColumn on a column of its own."),
            Map.entry("AssociationOverride", "Declare the association in the entity itself."),
            Map.entry("Access", "Remove it: fields are mapped, never getters."),
            Map.entry("Cacheable", "Remove it: the session's identity map is the only cache."));

    private static Supported of(String place, String... names) {
        return new Supported(place, Set.of(names), Map.of());
    }

    /** The same with what to do about an annotation instead of removing it; about all others under the empty name. */
    private Supported fixing(String name, String fix) {
        Map<String, String> more = new HashMap<>(fixes);
        more.put(name, fix);
        return new Supported(place, names, more);
    }

    /** Reports the annotations of an element that mean nothing there. */
    void check(Element element, Problems problems) {
        Annotation.persistence(element)
                .filter(annotation -> !isAllowed(annotation))
                .forEach(annotation -> {
                    String name = annotation.name();
                    if (ANYWHERE.contains(name)) {
                        problems.add(
                                "ALK-3014",
                                element,
                                annotation,
                                "@" + name + " means nothing on " + place + ".",
                                "Remove it.");
                    } else {
                        problems.add(
                                "ALK-3001",
                                element,
                                annotation,
                                "@" + name + " is not supported yet.",
                                HINTS.getOrDefault(name, "Remove it."));
                    }
                });
    }

    private boolean isAllowed(Annotation annotation) {
        return names.contains(annotation.name()) || isFieldAccess(annotation);
    }

    /** {@code @Access(FIELD)} asks for what is so anyway. */
    private static boolean isFieldAccess(Annotation annotation) {
        return annotation.name().equals("Access")
                && annotation.constant("value", "").equals("FIELD");
    }
}
