package org.alkahest.dialect.sqlite;

import java.util.List;
import org.alkahest.sql.BuiltInFunction;

/** The functions that SQLite words differently (https://www.sqlite.org/lang_corefunc.html, lang_datefunc.html). */
final class SqliteFunctions {
    /** The function as the base writes it. */
    static final Form STANDARD = form("standard");

    /** There is no such function. */
    static final Form NONE = form("none");

    /** Local time with six digits, as it is stored. */
    private static final String LOCAL = "%H:%M:%f000', 'now', 'localtime')";

    private SqliteFunctions() {}

    /** Text with arguments in it: after each text but the last, the argument of the next position. */
    record Form(List<String> texts, List<Integer> arguments) {}

    static Form of(BuiltInFunction<?> e) {
        return switch (e.name()) {
            case CEILING -> form("ceil(#)", 0);
            case GREATEST -> call("max", e);
            case LEAST -> call("min", e);
            case RANDOM -> form("((random() & 9007199254740991) / 9007199254740992.0)");
            case NEW_UUID ->
                form("(lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)),"
                        + " 2) || '-' || substr('89AB', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) ||"
                        + " '-' || hex(randomblob(6))))");
            case CHAR_LENGTH -> form("length(#)", 0);
            case TRIM, TRIM_LEADING, TRIM_TRAILING -> call(e.name().sql(), e);
            case SUBSTRING -> call("substr", e);
            case POSITION -> form("instr(#, #)", 1, 0);
            case LEFT -> form("substr(#, 1, #)", 0, 1);
            case RIGHT -> form("substr(#, -#, #)", 0, 1, 1);
            case LPAD ->
                form(
                        "(CASE WHEN length(#) >= # THEN substr(#, 1, #)"
                                + " ELSE replace(hex(zeroblob(# - length(#))), '00', #) || # END)",
                        0,
                        1,
                        0,
                        1,
                        1,
                        0,
                        2,
                        0);
            case RPAD -> form("substr(# || replace(hex(zeroblob(#)), '00', #), 1, #)", 0, 1, 2, 1);
            case CURRENT_DATE -> form("date('now', 'localtime')");
            case CURRENT_TIMESTAMP -> form("strftime('%Y-%m-%d %H:%M:%f000+00:00', 'now')");
            case LOCAL_TIME -> form("strftime('" + LOCAL);
            case LOCAL_TIMESTAMP -> form("strftime('%Y-%m-%d " + LOCAL);
            case CURRENT_USER, SESSION_USER -> NONE;
            case EPOCH_SECONDS -> form("CAST(strftime('%s', #) AS INTEGER)", 0);
            case DAYS_BETWEEN -> form("CAST(julianday(date(#)) - julianday(date(#)) AS INTEGER)", 1, 0);
            case ABS, ROUND, FLOOR, SIGN, SQRT, EXP, LN, POWER, REPLACE -> STANDARD;
        };
    }

    private static Form call(String name, BuiltInFunction<?> e) {
        int count = e.arguments().size();
        Integer[] arguments = new Integer[count];
        for (int i = 0; i < count; i++) {
            arguments[i] = i;
        }
        return form(name + "(" + "#, ".repeat(count - 1) + "#)", arguments);
    }

    private static Form form(String text, Integer... arguments) {
        return new Form(List.of(text.split("#", -1)), List.of(arguments));
    }
}
