package org.alkahest.processor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.alkahest.processor.ColumnType.EnumType;
import org.alkahest.processor.ColumnType.Standard;
import org.jspecify.annotations.Nullable;

/** From a Java type and its annotations to a column's type. */
final class TypeReader {
    private static final Map<String, String> STANDARD = Map.ofEntries(
            Map.entry("java.lang.Boolean", "BOOLEAN"),
            Map.entry("java.lang.Byte", "TINYINT"),
            Map.entry("java.lang.Short", "SMALLINT"),
            Map.entry("java.lang.Integer", "INTEGER"),
            Map.entry("java.lang.Long", "BIGINT"),
            Map.entry("java.lang.Float", "REAL"),
            Map.entry("java.lang.Double", "DOUBLE"),
            Map.entry("java.lang.Character", "CHARACTER"),
            Map.entry("java.math.BigInteger", "BIG_INTEGER"),
            Map.entry("java.time.LocalDate", "DATE"),
            Map.entry("java.time.LocalTime", "TIME"),
            Map.entry("java.time.LocalDateTime", "TIMESTAMP"),
            Map.entry("java.time.OffsetDateTime", "TIMESTAMP_WITH_TIME_ZONE"),
            Map.entry("java.time.OffsetTime", "OFFSET_TIME"),
            Map.entry("java.time.ZonedDateTime", "ZONED_DATE_TIME"),
            Map.entry("java.time.Instant", "INSTANT"),
            Map.entry("java.time.Duration", "DURATION"),
            Map.entry("java.time.Period", "PERIOD"),
            Map.entry("java.time.Year", "YEAR"),
            Map.entry("java.time.YearMonth", "YEAR_MONTH"),
            Map.entry("java.time.MonthDay", "MONTH_DAY"),
            Map.entry("java.time.ZoneId", "ZONE_ID"),
            Map.entry("java.time.ZoneOffset", "ZONE_OFFSET"),
            Map.entry("java.util.UUID", "UUID"));

    /** Their SqlTypes cut values off at microseconds before they compare them. */
    private static final Set<String> NORMALIZED =
            Set.of("TIME", "TIMESTAMP", "TIMESTAMP_WITH_TIME_ZONE", "INSTANT", "DURATION");

    private final Context context;
    private final ConverterReader converters;
    private final ContentReader contents;

    TypeReader(Context context) {
        this.context = context;
        this.converters = new ConverterReader(context, this);
        this.contents = new ContentReader(context, this);
    }

    /** The type of a property's column; empty after a report if there is none. */
    Optional<ColumnType> read(Property property, ColumnSpec spec) {
        Optional<Annotation> converter = converters.find(property);
        List<Annotation> content = contents.find(property);
        if (content.size() + converter.stream().count() > 1) {
            context.problems()
                    .add(
                            "ALK-3014",
                            property.field(),
                            content.get(0),
                            "@" + content.get(0).name() + " means nothing beside another annotation that says how the"
                                    + " value is kept.",
                            "Remove one of them.");
            return Optional.empty();
        }
        if (!content.isEmpty()) {
            return contents.read(property, content.get(0), spec);
        }
        if (converter.isPresent()) {
            return converters.read(property, converter.get(), spec);
        }
        ColumnType type = basic(property.type(), property.field(), spec);
        if (type == null) {
            context.problems()
                    .add(
                            "ALK-3007",
                            property.field(),
                            "no column type fits " + TypeText.of(property.type()) + ".",
                            wayOut(property.type()));
        }
        return Optional.ofNullable(type);
    }

    /** The type of a column that holds values of a Java type as they are, or null. */
    @Nullable
    ColumnType basic(TypeMirror type, Element element, ColumnSpec spec) {
        TypeMirror boxed = boxed(type);
        if (type instanceof ArrayType array && array.getComponentType().getKind() == TypeKind.BYTE) {
            spec.checkUnused(element, context.problems(), "byte[]", "precision", "scale");
            int length = spec.number("length");
            String member = length < 0 ? "BINARY" : "binary(" + length + ")";
            return new ColumnType(boxed, new Standard(member), false, true);
        }
        TypeElement declared = Context.element(boxed).orElse(null);
        if (declared == null) {
            return null;
        }
        if (declared.getKind() == ElementKind.ENUM) {
            return enumType(boxed, declared, element, spec);
        }
        String name = declared.getQualifiedName().toString();
        if (name.equals("java.lang.String")) {
            spec.checkUnused(element, context.problems(), "String", "precision", "scale");
            int length = spec.number("length");
            String member = length < 0 ? "TEXT" : "varchar(" + length + ")";
            return new ColumnType(boxed, new Standard(member), true, false);
        }
        if (name.equals("java.math.BigDecimal")) {
            return decimal(boxed, element, spec);
        }
        String member = STANDARD.get(name);
        if (member == null) {
            return null;
        }
        spec.checkUnused(element, context.problems(), TypeText.of(type), "length", "precision", "scale");
        return new ColumnType(boxed, new Standard(member), !NORMALIZED.contains(member), false);
    }

    private ColumnType decimal(TypeMirror type, Element element, ColumnSpec spec) {
        spec.checkUnused(element, context.problems(), "BigDecimal", "length");
        int precision = spec.number("precision");
        int scale = spec.number("scale");
        if (precision > 0) {
            int digits = Math.max(scale, 0);
            if (digits > precision) {
                wrongNumbers(element, spec, "scale " + digits + " is above precision " + precision + ".");
            }
            return new ColumnType(type, new Standard("decimal(" + precision + ", " + digits + ")"), false, false);
        }
        if (scale >= 0) {
            wrongNumbers(element, spec, "scale " + scale + " has no precision.");
        }
        return new ColumnType(type, new Standard("DECIMAL"), false, false);
    }

    private void wrongNumbers(Element element, ColumnSpec spec, String problem) {
        if (spec.annotation() != null) {
            context.problems()
                    .add(
                            "ALK-3014",
                            element,
                            spec.annotation(),
                            problem,
                            "Give both, for example precision = 12, scale = 2.");
        }
    }

    private ColumnType enumType(TypeMirror type, TypeElement declared, Element element, ColumnSpec spec) {
        spec.checkUnused(element, context.problems(), "an enum", "precision", "scale");
        boolean ordinal = Annotation.find(element, "Enumerated")
                .map(annotation -> annotation.constant("value", "ORDINAL").equals("ORDINAL"))
                .orElse(false);
        if (ordinal) {
            spec.checkUnused(element, context.problems(), "an enum's ordinal", "length");
            return new ColumnType(type, new EnumType("enumOrdinal", declared, 0), true, false);
        }
        return new ColumnType(
                type, new EnumType("enumName", declared, Math.max(spec.number("length"), 0)), true, false);
    }

    static boolean isStandard(String className) {
        return STANDARD.containsKey(className);
    }

    TypeMirror boxed(TypeMirror type) {
        return type instanceof PrimitiveType primitive
                ? context.types().boxedClass(primitive).asType()
                : type;
    }

    private static String wayOut(TypeMirror type) {
        if (type instanceof ArrayType array && Context.isEntity(array.getComponentType())) {
            return "Use a List or Set with @OneToMany or @ManyToMany.";
        }
        if (Context.is(type, "java.util.Optional")) {
            return "Declare what it holds: an empty field is null, an empty association Ref.none().";
        }
        if (Context.is(type, "java.util.Date")
                || Context.is(type, "java.util.Calendar")
                || Context.is(type, "java.sql.Date")
                || Context.is(type, "java.sql.Time")
                || Context.is(type, "java.sql.Timestamp")) {
            return "Use a java.time type such as LocalDateTime or Instant.";
        }
        return type instanceof ArrayType
                ? "Give it a converter with @Convert, or mark it @Transient."
                : "Give it a converter with @Convert, keep it as JSON with @JsonColumn, or mark it @Transient.";
    }
}
