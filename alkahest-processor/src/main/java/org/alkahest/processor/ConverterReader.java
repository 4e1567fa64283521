package org.alkahest.processor;

import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.alkahest.processor.ColumnType.Converted;
import org.jspecify.annotations.Nullable;

/** Reads {@code @Convert}: which converter, between which types. */
final class ConverterReader {
    private static final Set<String> IMMUTABLE = Set.of(
            "java.lang.String",
            "java.math.BigDecimal",
            "java.util.Currency",
            "java.util.Locale",
            "java.net.URI",
            "java.net.URL");

    private final Context context;
    private final TypeReader types;

    ConverterReader(Context context, TypeReader types) {
        this.context = context;
        this.types = types;
    }

    /** The annotation that names a converter for a property. */
    Optional<Annotation> find(Property property) {
        return Annotation.all(property.field(), "Convert", "Converts").stream()
                .filter(annotation -> !annotation.flag("disableConversion", false))
                .findFirst();
    }

    Optional<ColumnType> read(Property property, Annotation annotation, ColumnSpec spec) {
        TypeElement converter =
                annotation.type("converter").flatMap(Context::element).orElse(null);
        if (converter == null || annotation.gives("attributeName")) {
            return wrong(property, annotation, "@Convert has to name a converter, and nothing else.");
        }
        DeclaredType contract = contract(converter.asType());
        if (contract == null || contract.getTypeArguments().size() != 2) {
            return wrong(
                    property,
                    annotation,
                    converter.getSimpleName() + " is no AttributeConverter with two type arguments.");
        }
        if (!context.canMake(converter, property.declaredBy())) {
            return wrong(
                    property,
                    annotation,
                    converter.getSimpleName() + " cannot be made by the companion: it is abstract, inner, not visible,"
                            + " or has no constructor without arguments that is.");
        }
        TypeMirror attribute = contract.getTypeArguments().get(0);
        TypeMirror boxed = types.boxed(property.type());
        if (!context.types().isSameType(attribute, boxed)) {
            return wrong(
                    property,
                    annotation,
                    converter.getSimpleName() + " converts " + TypeText.of(attribute) + ", not " + TypeText.of(boxed)
                            + ".");
        }
        ColumnType storage = types.basic(contract.getTypeArguments().get(1), property.field(), spec);
        if (storage == null) {
            return wrong(
                    property,
                    annotation,
                    converter.getSimpleName() + " stores "
                            + TypeText.of(contract.getTypeArguments().get(1)) + ", which no column type fits.");
        }
        boolean mutable = !isImmutable(attribute);
        return Optional.of(new ColumnType(
                attribute, new Converted(converter, attribute, storage.code(), mutable), !mutable, mutable));
    }

    private Optional<ColumnType> wrong(Property property, Annotation annotation, String problem) {
        context.problems()
                .add(
                        "ALK-3018",
                        property.field(),
                        annotation,
                        problem,
                        "Give an AttributeConverter<" + TypeText.of(types.boxed(property.type()))
                                + ", X>, where X is an everyday type such as String.");
        return Optional.empty();
    }

    /** {@code AttributeConverter<X, Y>} among the supertypes. */
    private @Nullable DeclaredType contract(TypeMirror type) {
        if (Context.is(type, Annotation.PACKAGE + "AttributeConverter")) {
            return (DeclaredType) type;
        }
        for (TypeMirror supertype : context.types().directSupertypes(type)) {
            DeclaredType found = contract(supertype);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** Whether values surely cannot change in place. */
    private boolean isImmutable(TypeMirror type) {
        return Context.element(type)
                .filter(element -> element.getKind() == ElementKind.ENUM
                        || IMMUTABLE.contains(element.getQualifiedName().toString())
                        || TypeReader.isStandard(element.getQualifiedName().toString())
                        || element.getQualifiedName().toString().startsWith("java.time."))
                .isPresent();
    }
}
