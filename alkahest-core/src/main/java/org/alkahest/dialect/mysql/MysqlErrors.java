package org.alkahest.dialect.mysql;

import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.alkahest.dialect.ErrorKind;
import org.alkahest.dialect.SqlStateErrors;
import org.jspecify.annotations.Nullable;

/**
 * The errors of both servers, by number, as SQLStates are coarse (https://dev.mysql.com/doc/mysql-errors/9.7/en/server-error-reference.html;
 * MariaDB 10.11, "Error Codes").
 */
final class MysqlErrors extends SqlStateErrors {
    /** {@code … for key 't.uq_t_a'}, {@code CONSTRAINT `fk`}, {@code Check constraint 'ck' is violated}, {@code Column 'b' …}. */
    private static final Pattern CONSTRAINT = Pattern.compile("for key '(?:[^']*\\.)?([^'.]+)'"
            + "|CONSTRAINT `([^`]+)`"
            + "|constraint '([^']+)' is violated"
            + "|(?:Column|Field) '([^']+)'");

    MysqlErrors() {}

    @Override
    protected ErrorKind kindOf(SQLException error) {
        return switch (error.getErrorCode()) {
            case 1022, 1062, 1169, 1586, 1859 -> ErrorKind.UNIQUE;
            case 1216, 1217, 1451, 1452, 1761, 1762 -> ErrorKind.FOREIGN_KEY;
            case 1048, 1263, 1364, 1566 -> ErrorKind.NOT_NULL;
            case 3819, 4025 -> ErrorKind.CHECK;
            case 1213, 3058 -> ErrorKind.DEADLOCK;
            case 1020 -> ErrorKind.SERIALIZATION; // the row changed since the snapshot was taken
            case 1205, 1317, 1969, 3024, 3572 -> ErrorKind.TIMEOUT;
            case 1040, 1044, 1045, 1129, 1130, 1152, 1158, 1159, 1160, 1161, 1203, 1226, 1927, 2006, 2013 ->
                ErrorKind.CONNECTION;
            case 1049, 1051, 1054, 1091, 1109, 1146, 1176, 1305 -> ErrorKind.MISSING_OBJECT;
            // Out of range, cut, wrong values and dates, division by zero, text too long, JSON that is none.
            case 1264, 1265, 1292, 1365, 1366, 1367, 1406, 1411, 1525, 1690, 3140, 3141, 4038 -> ErrorKind.DATA;
            default -> super.kindOf(error);
        };
    }

    /** Values stand in quotes, before the key or column that they were meant for; the statement's text after "near". */
    @Override
    protected String messageOf(SQLException error) {
        String message =
                super.messageOf(error).replaceFirst("^\\(conn=\\d+\\) ", "").replaceFirst("^Data truncation: ", "");
        return switch (error.getErrorCode()) {
            case 1062, 1586, 1859 -> message.replaceFirst("Duplicate entry '.*' for key", "Duplicate entry for key");
            case 1064, 1149 -> message.replaceFirst(" near '.*", "");
            case 1292, 1366, 1411, 1525 ->
                message.replaceFirst(" value:? '.*'(?= for column)|: '.*'(?= for )|:? '.*'$", "");
            case 1367, 1690 -> message.replaceFirst(" in '.*|'.*' (?=found)", "");
            default -> message;
        };
    }

    @Override
    protected @Nullable String constraintOf(SQLException error) {
        Matcher matcher = CONSTRAINT.matcher(messageOf(error));
        if (!matcher.find()) {
            return null;
        }
        for (int group = 1; group <= matcher.groupCount(); group++) {
            if (matcher.group(group) != null) {
                return matcher.group(group);
            }
        }
        return null;
    }
}
