package org.alkahest.dialect.h2;

import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.alkahest.dialect.ErrorKind;
import org.alkahest.dialect.SqlStateErrors;
import org.jspecify.annotations.Nullable;

/** H2's errors (https://h2database.com/javadoc/org/h2/api/ErrorCode.html, 2.5). */
final class H2Errors extends SqlStateErrors {
    private static final int REFERENTIAL_INTEGRITY_PARENT_MISSING = 23506;
    private static final int DATABASE_IS_CLOSED = 90098;
    private static final int CONNECTION_BROKEN = 90067;
    private static final int OBJECT_CLOSED = 90007;
    private static final int SCHEMA_NOT_FOUND = 90079;
    private static final int INDEX_NOT_FOUND = 42112;
    private static final int TABLE_NOT_FOUND_WITH_CANDIDATES = 42103;
    private static final int TABLE_NOT_FOUND_IN_EMPTY_DATABASE = 42104;

    /** {@code "PUBLIC.UQ_T_B INDEX PUBLIC.UQ_T_B_INDEX_5 ON PUBLIC.T(B) VALUES (…)"}, {@code "CK_T: …"}, {@code column "A"}. */
    private static final Pattern CONSTRAINT = Pattern.compile("\"(?:\\w+\\.)?([^\" .:]+?)(?:[: ].*)?\"");

    H2Errors() {}

    @Override
    protected ErrorKind kindOf(SQLException error) {
        return switch (error.getErrorCode()) {
            case REFERENTIAL_INTEGRITY_PARENT_MISSING -> ErrorKind.FOREIGN_KEY;
            case DATABASE_IS_CLOSED, CONNECTION_BROKEN, OBJECT_CLOSED -> ErrorKind.CONNECTION;
            case SCHEMA_NOT_FOUND,
                    INDEX_NOT_FOUND,
                    TABLE_NOT_FOUND_WITH_CANDIDATES,
                    TABLE_NOT_FOUND_IN_EMPTY_DATABASE -> ErrorKind.MISSING_OBJECT;
            default -> super.kindOf(error);
        };
    }

    /** The statement stands after a semicolon, and values where they were wrong: neither is shown. */
    @Override
    protected String messageOf(SQLException error) {
        String message = super.messageOf(error).replaceFirst("; SQL statement:.*", "");
        String state = String.valueOf(error.getSQLState());
        if (state.startsWith("22")) {
            return message.replaceFirst("(: | converting )\"'?.*", "");
        }
        return message.replaceFirst(" (?:VALUES )?\\( ?/\\* key:.*", "\"")
                .replaceFirst(" VALUES \\(.*", "\"")
                .replaceFirst("(REFERENCES [^\"]*\\)) \\(.*\\)\"", "$1\"");
    }

    @Override
    protected @Nullable String constraintOf(SQLException error) {
        Matcher matcher = CONSTRAINT.matcher(messageOf(error));
        return matcher.find() ? matcher.group(1) : null;
    }
}
