package org.alkahest.processor;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/** What attributes of an entity cannot be where its constructor takes them all: nothing can be set afterwards. */
final class ConstructionRules {
    /** What gives a field its value after the INSERT, when the object is there already. */
    private static final List<String> AFTER_INSERT =
            List.of("GeneratedValue", "KeyBy", "ServerDefault", "ServerGenerated", "Computed", "Version");

    private final Context context;

    ConstructionRules(Context context) {
        this.context = context;
    }

    void check(TypeElement type, List<Attribute> attributes) {
        if (!Construction.isWhole(type)) {
            return;
        }
        if (Construction.parameters(context, type).isEmpty()) {
            context.problems()
                    .add(
                            "ALK-3055",
                            type,
                            "its mapped fields are final, and no constructor that its companion can call takes each of"
                                    + " them, by name and type.",
                            "Add that constructor, make it a record, or remove 'final'.");
        }
        if (InheritanceReader.isInherited(type)) {
            context.problems()
                    .add("ALK-3055", type, "a record is in no hierarchy.", "Make it a class with settable fields.");
        }
        attributes.forEach(this::check);
    }

    private void check(Attribute attribute) {
        switch (attribute) {
            case Attribute.ToMany toMany ->
                refuse(
                        toMany.property(),
                        "the session puts its own collection into the field, which its constructor has set.",
                        "Remove it and query the other class, or make this a class with settable fields.");
            case Attribute.ToOne toOne -> check(toOne);
            case Attribute.Basic basic -> check(basic);
            case Attribute.Embedded embedded -> checkValue(embedded.property());
        }
    }

    private void check(Attribute.Basic basic) {
        if (basic.column().isLazy()) {
            refuse(
                    basic.property(),
                    "a Lazy is the session's, and comes after the object is made.",
                    "Declare the field without Lazy, or make this a class with settable fields.");
        }
        checkValue(basic.property());
    }

    private void check(Attribute.ToOne toOne) {
        if (toOne.columns().isEmpty()) {
            refuse(
                    toOne.property(),
                    "what has no foreign key here is found after the object is made.",
                    "Remove it and query the other class, or make this a class with settable fields.");
        } else if (!toOne.isReference()) {
            String target = TypeText.of(toOne.property().type());
            refuse(
                    toOne.property(),
                    "a plain " + target + " is loaded after the object is made.",
                    "Declare it as Ref<" + target + ">.");
        }
    }

    private void refuse(Property property, String problem, String fix) {
        context.problems().add("ALK-3055", property.field(), problem, fix);
    }

    private void checkValue(Property property) {
        for (String name : AFTER_INSERT) {
            Optional<Annotation> found = Annotation.find(property.field(), name);
            if (found.isPresent()) {
                context.problems()
                        .add(
                                "ALK-3056",
                                property.field(),
                                found.get(),
                                "@" + name + " gives it a value when the object is made already.",
                                "Remove @" + name + " and give the value to the constructor, or make this a class with"
                                        + " settable fields.");
            }
        }
    }
}
