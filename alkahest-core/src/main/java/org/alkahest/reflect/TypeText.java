package org.alkahest.reflect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.alkahest.type.SqlType;

/**
 * A type in a database's words, taken apart: {@code numeric(12, 2)} is {@code numeric} with 12 and 2. Immutable.
 *
 * @param name in lower case, words separated by single blanks, without the arguments: {@code timestamp with time zone}
 * @param arguments what stands in the first parentheses
 */
public record TypeText(String name, List<String> arguments) {
    public TypeText {
        arguments = List.copyOf(arguments);
    }

    /** Takes a type apart. */
    public static TypeText parse(String text) {
        int open = text.indexOf('(');
        int close = open < 0 ? -1 : closing(text, open);
        if (close < 0) {
            return new TypeText(words(text), List.of());
        }
        return new TypeText(
                words(text.substring(0, open) + " " + text.substring(close + 1)),
                arguments(text.substring(open + 1, close)));
    }

    /** A number among the arguments, {@link SqlType#UNSET} where it was not given or is none. */
    public int number(int index) {
        if (index >= arguments.size()) {
            return SqlType.UNSET;
        }
        String argument = arguments.get(index);
        return argument.matches("\\d{1,9}") ? Integer.parseInt(argument) : SqlType.UNSET;
    }

    private static String words(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    }

    private static int closing(String text, int open) {
        boolean quoted = false;
        for (int i = open + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\'') {
                quoted = !quoted;
            } else if (c == ')' && !quoted) {
                return i;
            }
        }
        return -1;
    }

    /** Separated by commas; those in quotes without the quotes, as the labels of an enumerated type are. */
    private static List<String> arguments(String text) {
        List<String> all = new ArrayList<>();
        StringBuilder argument = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '\'' && i + 1 < text.length() && text.charAt(i + 1) == '\'') {
                argument.append('\'');
                i++;
            } else if (c == '\'') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                all.add(argument.toString().strip());
                argument.setLength(0);
            } else {
                argument.append(c);
            }
        }
        all.add(argument.toString().strip());
        return all;
    }
}
