package org.alkahest.dialect.postgresql;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Maps as the text that the server reads and writes: {@code "a"=>"1", "b"=>NULL} (docs/18/hstore.html, F.17.1). */
final class HstoreText {
    private final String text;
    private int at;

    private HstoreText(String text) {
        this.text = text;
    }

    static String write(Map<String, @Nullable String> map) {
        StringJoiner pairs = new StringJoiner(", ");
        map.forEach((key, value) -> pairs.add(quoted(key) + "=>" + (value == null ? "NULL" : quoted(value))));
        return pairs.toString();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    static Map<String, @Nullable String> read(String text) {
        return new HstoreText(text).map();
    }

    /** The server writes keys and values in quotes, and NULL without. */
    private Map<String, @Nullable String> map() {
        Map<String, @Nullable String> map = new LinkedHashMap<>();
        while (at < text.length()) {
            String key = string();
            at += "=>".length();
            boolean isNull = text.charAt(at) == 'N';
            map.put(key, isNull ? null : string());
            at += isNull ? "NULL, ".length() : ", ".length();
        }
        return Collections.unmodifiableMap(map);
    }

    private String string() {
        StringBuilder value = new StringBuilder();
        at++;
        while (text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 1 : 0;
            value.append(text.charAt(at));
            at++;
        }
        at++;
        return value.toString();
    }
}
