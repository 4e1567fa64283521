package org.alkahest.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A token of SQL text (https://www.sqlite.org/lang_keywords.html tells the four ways to quote a name), with its place.
 *
 * @param text without quotes
 * @param quoted whether it was in quotes, and so is no keyword
 * @param depth the number of parentheses around it; those themselves stand outside
 */
record SqliteToken(String text, boolean quoted, int depth, int start, int end) {
    private static final Pattern TOKEN = Pattern.compile("\\s+|--[^\\n]*|(?s:/\\*.*?(?:\\*/|$))"
            + "|'((?:[^']|'')*)'|\"((?:[^\"]|\"\")*)\"|`((?:[^`]|``)*)`|\\[([^\\]]*)\\]"
            + "|([\\p{L}_0-9$.\\x{80}-\\x{10FFFF}]+)|(?s:.)");

    private static final int WORD = 5;

    /** The tokens of a text without blanks and comments. */
    static List<SqliteToken> all(String sql) {
        List<SqliteToken> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(sql);
        int depth = 0;
        while (matcher.find()) {
            String raw = matcher.group();
            if (raw.isBlank() || raw.startsWith("--") || raw.startsWith("/*")) {
                continue;
            }
            if (raw.equals(")")) {
                depth--;
            }
            tokens.add(of(matcher, depth));
            if (raw.equals("(")) {
                depth++;
            }
        }
        return tokens;
    }

    private static SqliteToken of(Matcher matcher, int depth) {
        for (int group = 1; group < WORD; group++) {
            String inside = matcher.group(group);
            if (inside != null) {
                String quote = matcher.group().substring(0, 1);
                String name = quote.equals("[") ? inside : inside.replace(quote + quote, quote);
                return new SqliteToken(name, true, depth, matcher.start(), matcher.end());
            }
        }
        return new SqliteToken(matcher.group(), false, depth, matcher.start(), matcher.end());
    }

    /** Whether it is one of these keywords or signs. */
    boolean is(String... words) {
        if (!quoted) {
            for (String word : words) {
                if (text.equalsIgnoreCase(word)) {
                    return true;
                }
            }
        }
        return false;
    }
}
