package org.alkahest.type;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * JSON as text (RFC 8259), taken apart one level at a time: values stay the text that they were, so that no number passes
 * through a double. One that ends too early is an IllegalArgumentException; else the text is taken for correct.
 */
final class JsonText {
    private final String text;
    private int at;

    private JsonText(String text) {
        this.text = text;
    }

    /** The values of an array or object, in order, each as its own text. */
    static List<String> elements(String json) {
        List<String> values = new ArrayList<>();
        new JsonText(json).readAll((key, value) -> values.add(value));
        return values;
    }

    /** What a value says as text: of a string its characters, of anything else its JSON; null for JSON null. */
    static @Nullable String content(String value) {
        if (value.equals("null")) {
            return null;
        }
        return value.startsWith("\"") ? unescape(value) : value;
    }

    /** Whether two texts are the same value: blanks, the order of keys and the way to write a number do not matter. */
    static boolean same(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        try {
            return canonical(one.strip()).equals(canonical(other.strip()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String canonical(String value) {
        return switch (value.isEmpty() ? ' ' : value.charAt(0)) {
            case '{' -> {
                Map<String, String> members = new TreeMap<>();
                new JsonText(value).readAll((key, member) -> members.put(key, canonical(member)));
                yield members.toString();
            }
            case '[' ->
                elements(value).stream().map(JsonText::canonical).toList().toString();
            case '"' -> '"' + unescape(value).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
            case 't', 'f', 'n' -> value;
            default -> new BigDecimal(value).stripTrailingZeros().toString();
        };
    }

    private void readAll(Members members) {
        boolean object = next() == '{';
        at++;
        while (next() != ']' && next() != '}') {
            String key = "";
            if (object) {
                key = canonical(value());
                next();
                at++; // the colon
            }
            members.add(key, value());
            if (next() == ',') {
                at++;
            }
        }
    }

    /** The next character that is no blank. */
    private char next() {
        while (here() <= ' ') {
            at++;
        }
        return here();
    }

    private char here() {
        if (at >= text.length()) {
            throw new IllegalArgumentException("the JSON text ends too early");
        }
        return text.charAt(at);
    }

    private String value() {
        char first = next();
        int start = at;
        switch (first) {
            case '"' -> skipString();
            case '[', '{' -> skipNested();
            default -> {
                while (at < text.length() && ",]}".indexOf(here()) < 0 && here() > ' ') {
                    at++;
                }
            }
        }
        return text.substring(start, at);
    }

    private void skipString() {
        at++;
        while (here() != '"') {
            at += here() == '\\' ? 2 : 1;
        }
        at++;
    }

    private void skipNested() {
        int depth = 0;
        do {
            switch (here()) {
                case '"' -> {
                    skipString();
                    continue;
                }
                case '[', '{' -> depth++;
                case ']', '}' -> depth--;
                default -> {}
            }
            at++;
        } while (depth > 0);
    }

    private static String unescape(String quoted) {
        StringBuilder plain = new StringBuilder(quoted.length());
        int i = 1;
        while (i < quoted.length() - 1) {
            char c = quoted.charAt(i);
            i++;
            if (c != '\\') {
                plain.append(c);
                continue;
            }
            char escaped = quoted.charAt(i);
            i++;
            switch (escaped) {
                case 'b' -> plain.append('\b');
                case 'f' -> plain.append('\f');
                case 'n' -> plain.append('\n');
                case 'r' -> plain.append('\r');
                case 't' -> plain.append('\t');
                case 'u' -> {
                    plain.append((char) Integer.parseInt(quoted, i, i + 4, 16));
                    i += 4;
                }
                default -> plain.append(escaped);
            }
        }
        return plain.toString();
    }

    /** Takes the members of an object, or the elements of an array with an empty key. */
    @FunctionalInterface
    private interface Members {
        void add(String key, String value);
    }
}
