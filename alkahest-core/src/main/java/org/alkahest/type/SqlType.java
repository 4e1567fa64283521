package org.alkahest.type;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A column's or expression's type: a database-independent name with its length, precision and scale, the Java type of its
 * values, and how such values are copied and compared. Constants and factories are in {@link SqlTypes}. Immutable.
 *
 * @param <T> the Java type of values
 */
public final class SqlType<T> {
    /** Stands for a length, precision or scale that was not given. */
    public static final int UNSET = -1;

    private final TypeName name;
    private final Class<T> javaType;
    private final int length;
    private final int precision;
    private final int scale;
    private final @Nullable Conversion<T, ?> conversion;
    private final @Nullable SqlType<?> element;
    private final @Nullable VendorType vendor;
    private final @Nullable EnumType enumeration;
    private final Values<T> values;
    private final int hash;

    SqlType(
            TypeName name,
            Class<T> javaType,
            int length,
            int precision,
            int scale,
            @Nullable Conversion<T, ?> conversion,
            Values<T> values) {
        this(name, javaType, length, precision, scale, conversion, null, null, null, values);
    }

    SqlType(
            TypeName name,
            Class<T> javaType,
            int length,
            int precision,
            int scale,
            @Nullable Conversion<T, ?> conversion,
            @Nullable SqlType<?> element,
            Values<T> values) {
        this(name, javaType, length, precision, scale, conversion, element, null, null, values);
    }

    private SqlType(
            TypeName name,
            Class<T> javaType,
            int length,
            int precision,
            int scale,
            @Nullable Conversion<T, ?> conversion,
            @Nullable SqlType<?> element,
            @Nullable VendorType vendor,
            @Nullable EnumType enumeration,
            Values<T> values) {
        this.name = name;
        this.javaType = javaType;
        this.length = length;
        this.precision = precision;
        this.scale = scale;
        this.conversion = conversion;
        this.element = element;
        this.vendor = vendor;
        this.enumeration = enumeration;
        this.values = values;
        this.hash = (((name.hashCode() * 31 + javaType.hashCode()) * 31 + length) * 31 + precision) * 31 + scale;
    }

    /**
     * A type whose values are stored as values of this type. Values are treated as immutable and compared by
     * {@code equals}; see {@link #withValues} for mutable ones.
     */
    public <U> SqlType<U> as(Class<U> newJavaType, Function<U, T> toStorage, Function<T, U> fromStorage) {
        Objects.requireNonNull(newJavaType, "newJavaType is null");
        Conversion<U, T> stored = new Conversion<>(this, toStorage, fromStorage);
        return new SqlType<>(
                name, newJavaType, length, precision, scale, stored, element, vendor, enumeration, Values.immutable());
    }

    /**
     * The same values in a type that only some databases have: {@code SqlTypes.BIGINT.withVendor(…)} for an unsigned
     * integer. They travel as values of this type do, and on other databases the type is refused (ALK-1210).
     */
    public SqlType<T> withVendor(VendorType newVendor) {
        Objects.requireNonNull(newVendor, "newVendor is null");
        return new SqlType<>(
                name, javaType, length, precision, scale, conversion, element, newVendor, enumeration, values);
    }

    /** The same type with other rules for copying and comparing values. */
    public SqlType<T> withValues(UnaryOperator<T> copy, BiPredicate<T, T> same) {
        return with(new Values<>(copy, same, true));
    }

    /** The same type with another rule for comparing values, which stay immutable. */
    public SqlType<T> withSame(BiPredicate<T, T> same) {
        return with(new Values<>(v -> v, same, false));
    }

    private SqlType<T> with(Values<T> newValues) {
        return new SqlType<>(
                name, javaType, length, precision, scale, conversion, element, vendor, enumeration, newValues);
    }

    public TypeName name() {
        return name;
    }

    public Class<T> javaType() {
        return javaType;
    }

    /** The greatest length in characters or bytes, or {@link #UNSET}. */
    public int length() {
        return length;
    }

    /** The number of decimal digits, or {@link #UNSET}. */
    public int precision() {
        return precision;
    }

    /** The number of digits after the point, or {@link #UNSET}; for times the digits of fractional seconds. */
    public int scale() {
        return scale;
    }

    /** The type of an array's elements, or null for other types. */
    public @Nullable SqlType<?> element() {
        return element;
    }

    /** What only some databases have as a type of its own, or null for types that all have in some form. */
    public @Nullable VendorType vendor() {
        return vendor;
    }

    /** The labels of an enumerated type, or null for other types. */
    public @Nullable EnumType enumeration() {
        return enumeration;
    }

    /** The same type, of strings, restricted to labels. */
    SqlType<T> withEnumeration(EnumType labels) {
        return new SqlType<>(name, javaType, length, precision, scale, conversion, element, vendor, labels, values);
    }

    /** How values are stored as values of another type, or null where they are stored as they are. */
    public @Nullable Conversion<T, ?> conversion() {
        return conversion;
    }

    /** A copy that does not change when the value is changed in place; the value itself where it is immutable. */
    public T copy(T value) {
        return values.copy.apply(value);
    }

    /** Whether two values, either of which may be null, would be stored as the same value. */
    @SuppressWarnings("ReferenceEquality") // a shortcut for the usual case; values decide otherwise
    public boolean same(@Nullable T a, @Nullable T b) {
        return a == b || (a != null && b != null && values.same.test(a, b));
    }

    /** Whether values can change in place, so that a snapshot needs a {@link #copy}. */
    public boolean isMutable() {
        return values.mutable;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof SqlType<?> that
                        && name == that.name
                        && javaType == that.javaType
                        && length == that.length
                        && precision == that.precision
                        && scale == that.scale
                        && Objects.equals(element, that.element)
                        && Objects.equals(vendor, that.vendor)
                        && Objects.equals(enumeration, that.enumeration)
                        && Objects.equals(conversion, that.conversion));
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /** A value after the conversions of its type. */
    public static <T> Object stored(SqlType<T> type, T value) {
        Conversion<T, ?> conversion = type.conversion();
        return conversion == null ? value : converted(conversion, value);
    }

    private static <T, S> Object converted(Conversion<T, S> conversion, T value) {
        return stored(conversion.storage(), conversion.toStorage().apply(value));
    }

    /** The type without conversion that values of a type are stored as. */
    public static SqlType<?> storage(SqlType<?> type) {
        Conversion<?, ?> conversion = type.conversion();
        return conversion == null ? type : storage(conversion.storage());
    }

    @Override
    public String toString() {
        if (element != null) {
            return element + " ARRAY";
        }
        if (vendor != null) {
            return vendor.name();
        }
        if (precision != UNSET) {
            return name + "(" + precision + ", " + Math.max(scale, 0) + ")";
        }
        return length == UNSET ? name.toString() : name + "(" + length + ")";
    }

    /** How values of a type are copied and compared. */
    record Values<T>(UnaryOperator<T> copy, BiPredicate<T, T> same, boolean mutable) {
        static <T> Values<T> immutable() {
            return new Values<>(UnaryOperator.identity(), Object::equals, false);
        }

        static Values<byte[]> bytes() {
            return new Values<>(byte[]::clone, Arrays::equals, true);
        }
    }
}
