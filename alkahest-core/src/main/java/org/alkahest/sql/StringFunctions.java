package org.alkahest.sql;

import java.util.Arrays;
import java.util.List;
import org.alkahest.type.SqlType;
import org.alkahest.type.SqlTypes;

/** Functions of strings, whose positions count from 1; use them through {@link Sql}. */
public sealed class StringFunctions extends Functions permits TimeFunctions {
    StringFunctions() {}

    public static FunctionCall<String> lower(Expression<String> text) {
        return new FunctionCall<>("lower", List.of(text), text.type());
    }

    public static FunctionCall<String> upper(Expression<String> text) {
        return new FunctionCall<>("upper", List.of(text), text.type());
    }

    /** The number of characters. */
    public static Expression<Integer> charLength(Expression<String> text) {
        return builtIn(BuiltInFunction.Name.CHAR_LENGTH, SqlTypes.INTEGER, text);
    }

    /** The strings joined; null where any is null. */
    public static Expression<String> concat(Expression<?> first, Expression<?>... more) {
        return new Concatenation(Operators.listOf(first, more));
    }

    /** Without blanks at both ends. */
    public static Expression<String> trim(Expression<String> text) {
        return string(BuiltInFunction.Name.TRIM, text);
    }

    /** Without a character at both ends. */
    public static Expression<String> trim(Expression<String> text, char character) {
        return string(BuiltInFunction.Name.TRIM, text, value(character));
    }

    /** Without blanks at the beginning. */
    public static Expression<String> trimLeading(Expression<String> text) {
        return string(BuiltInFunction.Name.TRIM_LEADING, text);
    }

    /** Without a character at the beginning. */
    public static Expression<String> trimLeading(Expression<String> text, char character) {
        return string(BuiltInFunction.Name.TRIM_LEADING, text, value(character));
    }

    /** Without blanks at the end. */
    public static Expression<String> trimTrailing(Expression<String> text) {
        return string(BuiltInFunction.Name.TRIM_TRAILING, text);
    }

    /** Without a character at the end. */
    public static Expression<String> trimTrailing(Expression<String> text, char character) {
        return string(BuiltInFunction.Name.TRIM_TRAILING, text, value(character));
    }

    /** The characters from a position to the end. */
    public static Expression<String> substring(Expression<String> text, int from) {
        return string(BuiltInFunction.Name.SUBSTRING, text, value(from));
    }

    /** So many characters from a position on. */
    public static Expression<String> substring(Expression<String> text, int from, int length) {
        return substring(text, value(from), value(length));
    }

    /** So many characters from a position on. */
    public static Expression<String> substring(
            Expression<String> text, Expression<Integer> from, Expression<Integer> length) {
        return string(BuiltInFunction.Name.SUBSTRING, text, from, length);
    }

    /** Where the part begins first in the text; 0 if it does not occur. */
    public static Expression<Integer> position(String part, Expression<String> text) {
        return position(value(part), text);
    }

    /** Where the part begins first in the text; 0 if it does not occur. */
    public static Expression<Integer> position(Expression<String> part, Expression<String> text) {
        return builtIn(BuiltInFunction.Name.POSITION, SqlTypes.INTEGER, part, text);
    }

    /** The text with all occurrences of a part replaced. */
    public static Expression<String> replace(Expression<String> text, String part, String replacement) {
        return replace(text, value(part), value(replacement));
    }

    /** The text with all occurrences of a part replaced. */
    public static Expression<String> replace(
            Expression<String> text, Expression<String> part, Expression<String> replacement) {
        return string(BuiltInFunction.Name.REPLACE, text, part, replacement);
    }

    /** The first characters. */
    public static Expression<String> left(Expression<String> text, int length) {
        return string(BuiltInFunction.Name.LEFT, text, value(length));
    }

    /** The last characters. */
    public static Expression<String> right(Expression<String> text, int length) {
        return string(BuiltInFunction.Name.RIGHT, text, value(length));
    }

    /** The text filled up at the beginning, or cut at the end, to a length. */
    public static Expression<String> lpad(Expression<String> text, int length, char fill) {
        return string(BuiltInFunction.Name.LPAD, text, value(length), value(fill));
    }

    /** The text filled up, or cut, at the end to a length. */
    public static Expression<String> rpad(Expression<String> text, int length, char fill) {
        return string(BuiltInFunction.Name.RPAD, text, value(length), value(fill));
    }

    private static Literal<Integer> value(int number) {
        return new Literal<>(number, SqlTypes.INTEGER);
    }

    private static Literal<String> value(char character) {
        return value(String.valueOf(character));
    }

    private static Literal<String> value(String text) {
        return Operators.pattern(text);
    }

    private static Expression<String> string(BuiltInFunction.Name name, Expression<?>... arguments) {
        return builtIn(name, SqlTypes.TEXT, arguments);
    }

    static <T> Expression<T> builtIn(BuiltInFunction.Name name, SqlType<T> type, Expression<?>... arguments) {
        return new BuiltInFunction<>(name, Arrays.asList(arguments), type);
    }
}
