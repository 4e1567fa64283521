package org.alkahest.type;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/** The codec of each type name for one dialect: the standard ones, with a dialect's replacements. Immutable. */
public final class Codecs {
    private static final Codecs STANDARD = new Codecs(standardFactories());

    private final Map<TypeName, Function<SqlType<?>, Codec<?>>> byName;

    private Codecs(Map<TypeName, Function<SqlType<?>, Codec<?>>> byName) {
        this.byName = byName;
    }

    /** The codecs that follow JDBC 4.3 to the letter. */
    public static Codecs standard() {
        return STANDARD;
    }

    /** A copy in which values of a type name are moved by another codec; {@code T} must be the name's Java type. */
    public Codecs with(TypeName name, Codec<?> codec) {
        return with(name, type -> codec);
    }

    /** The same for a codec that depends on the type's length, precision or scale; called once per statement. */
    public Codecs with(TypeName name, Function<SqlType<?>, Codec<?>> factory) {
        Map<TypeName, Function<SqlType<?>, Codec<?>>> copy = new EnumMap<>(byName);
        copy.put(name, factory);
        return new Codecs(copy);
    }

    /** The codec of a type, through its conversion if it has one. */
    @SuppressWarnings("unchecked") // a type name's codec has the Java type of the name's base SqlType
    public <T> Codec<T> codec(SqlType<T> type) {
        Conversion<T, ?> conversion = type.conversion();
        if (conversion != null) {
            return converted(conversion);
        }
        SqlType<?> element = type.element();
        if (element != null && !byName.containsKey(TypeName.ARRAY)) {
            return (Codec<T>) arrayOf(element);
        }
        boolean text = type.vendor() != null && type.name() == TypeName.OTHER;
        Function<SqlType<?>, Codec<?>> factory = byName.get(text ? TypeName.TEXT : type.name());
        if (factory == null) {
            throw new AlkahestArgumentException(
                    "ALK-1401",
                    "Cannot read or bind a value of type " + type
                            + ": no codec is registered for it. Register one with Codecs.with in the dialect.");
        }
        return (Codec<T>) factory.apply(type);
    }

    private <E> Codec<?> arrayOf(SqlType<E> element) {
        return new ArrayCodec<>(element, codec(element));
    }

    private static Map<TypeName, Function<SqlType<?>, Codec<?>>> standardFactories() {
        Map<TypeName, Function<SqlType<?>, Codec<?>>> factories = new EnumMap<>(TypeName.class);
        StandardCodecs.all().forEach((name, codec) -> factories.put(name, type -> codec));
        return factories;
    }

    private <T, S> Codec<T> converted(Conversion<T, S> conversion) {
        return codec(conversion.storage()).map(conversion.toStorage(), conversion.fromStorage());
    }

    /**
     * Text of CHAR as most databases give it: with blanks up to the length of its type in characters, so that values compare
     * equal everywhere. For the codecs of databases that do not pad, or cut the padding off.
     */
    public static String padded(String value, SqlType<?> type) {
        int missing = type.length() - value.codePointCount(0, value.length());
        return missing <= 0 ? value : value + " ".repeat(missing);
    }
}
