package org.alkahest.processor;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How tables and columns are named after classes and fields that give no name: the option {@code alkahest.naming}. */
enum Naming {
    /** {@code OrderLine} becomes {@code order_line}. */
    SNAKE_CASE("snake_case"),
    /** {@code OrderLine} becomes {@code ORDER_LINE}. */
    UPPER_SNAKE_CASE("upper_snake_case"),
    /** {@code OrderLine} stays {@code OrderLine}. */
    AS_WRITTEN("as_written");

    static final String OPTION = "alkahest.naming";

    private final String option;

    Naming(String option) {
        this.option = option;
    }

    static Optional<Naming> parse(String option) {
        return Stream.of(values())
                .filter(naming -> naming.option.equals(option))
                .findFirst();
    }

    static String options() {
        return String.join(
                ", ", Stream.of(values()).map(naming -> naming.option).toList());
    }

    String name(String javaName) {
        return switch (this) {
            case SNAKE_CASE -> snakeCase(javaName);
            case UPPER_SNAKE_CASE -> snakeCase(javaName).toUpperCase(Locale.ROOT);
            case AS_WRITTEN -> javaName;
        };
    }

    /** The name of a foreign-key column or join table: two names of the database in one. */
    String joined(String first, String second) {
        return first + "_" + second;
    }

    /** Words begin at a capital after a small letter or digit, and at the last capital of several: {@code HTTPPort}. */
    static String snakeCase(String javaName) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < javaName.length(); i++) {
            char c = javaName.charAt(i);
            if (Character.isUpperCase(c) && i > 0 && javaName.charAt(i - 1) != '_') {
                boolean endsAcronym = i + 1 < javaName.length() && Character.isLowerCase(javaName.charAt(i + 1));
                if (!Character.isUpperCase(javaName.charAt(i - 1)) || endsAcronym) {
                    text.append('_');
                }
            }
            text.append(c);
        }
        return text.toString().toLowerCase(Locale.ROOT);
    }

    /** {@code address} and {@code street} become {@code addressStreet}. */
    static String join(String prefix, String javaName) {
        return prefix.isEmpty() ? javaName : prefix + Character.toUpperCase(javaName.charAt(0)) + javaName.substring(1);
    }

    /** {@code OrderLine} becomes {@code orderLine}. */
    static String decapitalized(String javaName) {
        return Character.toLowerCase(javaName.charAt(0)) + javaName.substring(1);
    }

    /** {@code fooBar} becomes {@code FOO_BAR}. */
    static String constant(String javaName) {
        return snakeCase(javaName).toUpperCase(Locale.ROOT);
    }
}
