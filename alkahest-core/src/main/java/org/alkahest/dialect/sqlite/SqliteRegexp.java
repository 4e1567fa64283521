package org.alkahest.dialect.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.sqlite.Function;
import org.sqlite.SQLiteConnection;

/**
 * Regular expressions of {@link Pattern}, which SQLite calls as functions; it has none of its own (lang_expr.html, section 5).
 * Each connection has functions of its own, and calls them one at a time. Only this class names the driver (ADR 0027).
 */
abstract sealed class SqliteRegexp extends Function {
    private static final int ANY_NUMBER_OF_ARGUMENTS = -1;
    private static final int KEPT_PATTERNS = 32;

    private final Map<Source, Pattern> patterns = new HashMap<>();

    /** What a pattern was compiled from. */
    private record Source(String pattern, String flags) {}

    /** Registers the functions, if the connection is one of the driver that is known here; NoClassDefFoundError without it. */
    static void register(Connection connection) throws SQLException {
        if (connection.isWrapperFor(SQLiteConnection.class)) {
            SQLiteConnection sqlite = connection.unwrap(SQLiteConnection.class);
            register(sqlite, "regexp_like", new Like(0, 1));
            register(sqlite, "regexp", new Like(1, 0)); // what the operator REGEXP calls
            register(sqlite, "regexp_replace", new Replace());
        }
    }

    private static void register(SQLiteConnection connection, String name, SqliteRegexp function) throws SQLException {
        create(connection, name, function, ANY_NUMBER_OF_ARGUMENTS, FLAG_DETERMINISTIC);
    }

    /** NULL in any argument gives NULL. No message shows a value. */
    @Override
    protected final void xFunc() throws SQLException {
        String[] arguments = new String[args()];
        for (int i = 0; i < arguments.length; i++) {
            String argument = value_text(i);
            if (argument == null) {
                result();
                return;
            }
            arguments[i] = argument;
        }
        try {
            call(arguments);
        } catch (PatternSyntaxException e) {
            error("regular expression: " + e.getDescription() + " near index " + e.getIndex());
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            error("regular expression: " + e.getMessage());
        } catch (StackOverflowError e) {
            error("regular expression: it goes too deep for a text of this length");
        }
    }

    abstract void call(String[] arguments) throws SQLException;

    final Pattern pattern(String pattern, String flags) {
        Source source = new Source(pattern, flags);
        Pattern known = patterns.get(source);
        if (known == null) {
            known = Pattern.compile(pattern, flags(flags));
            if (patterns.size() == KEPT_PATTERNS) {
                patterns.clear(); // they come from a column, or change with each statement
            }
            patterns.put(source, known);
        }
        return known;
    }

    /** The letters have the meaning that Oracle and MySQL give them. */
    private static int flags(String letters) {
        int flags = 0;
        for (int i = 0; i < letters.length(); i++) {
            switch (letters.charAt(i)) {
                case 'i' -> flags |= Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
                case 'c' -> flags &= ~(Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
                case 'm' -> flags |= Pattern.MULTILINE;
                case 'n' -> flags |= Pattern.DOTALL;
                case 'x' -> flags |= Pattern.COMMENTS;
                default ->
                    throw new IllegalArgumentException(
                            "unknown flag '" + letters.charAt(i) + "'; there are i, c, m, n and x");
            }
        }
        return flags;
    }

    /** The argument of flags, if it is given. */
    static String flags(String[] arguments, int index) {
        return arguments.length > index ? arguments[index] : "";
    }

    static void requireCount(String[] arguments, int least) {
        if (arguments.length < least || arguments.length > least + 1) {
            throw new IllegalArgumentException(
                    "the function takes " + least + " or " + (least + 1) + " arguments, not " + arguments.length);
        }
    }

    /** {@code regexp_like(text, pattern[, flags])}: 1 if a part of the text matches, else 0. */
    private static final class Like extends SqliteRegexp {
        private final int text;
        private final int pattern;

        Like(int text, int pattern) {
            this.text = text;
            this.pattern = pattern;
        }

        @Override
        void call(String[] arguments) throws SQLException {
            requireCount(arguments, 2);
            result(
                    pattern(arguments[pattern], flags(arguments, 2))
                                    .matcher(arguments[text])
                                    .find()
                            ? 1
                            : 0);
        }
    }

    /** {@code regexp_replace(text, pattern, replacement[, flags])}: all matches replaced; $1 is the first group. */
    private static final class Replace extends SqliteRegexp {
        @Override
        void call(String[] arguments) throws SQLException {
            requireCount(arguments, 3);
            result(pattern(arguments[1], flags(arguments, 3))
                    .matcher(arguments[0])
                    .replaceAll(arguments[2]));
        }
    }
}
