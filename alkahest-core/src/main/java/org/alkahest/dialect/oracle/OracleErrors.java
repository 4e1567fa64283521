package org.alkahest.dialect.oracle;

import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.alkahest.dialect.ErrorKind;
import org.alkahest.dialect.SqlStateErrors;
import org.jspecify.annotations.Nullable;

/**
 * Oracle's errors by number (Database Error Messages, https://docs.oracle.com/en/error-help/db/); its SQLStates say little.
 * Numbers from 17000 on are the driver's (JDBC Developer's Guide, appendix "JDBC Error Messages").
 */
final class OracleErrors extends SqlStateErrors {
    /** {@code unique constraint (SCHEMA.UQ_T_A) violated}, {@code cannot insert NULL into ("SCHEMA"."T"."C")}. */
    private static final Pattern CONSTRAINT = Pattern.compile("\\((?:[^()]*\\.)?\"?([^().\"]+)\"?\\)");

    OracleErrors() {}

    @Override
    protected ErrorKind kindOf(SQLException error) {
        return switch (error.getErrorCode()) {
            case 1, 1452, 2299 -> ErrorKind.UNIQUE;
            case 2266, 2291, 2292, 2298, 2449 -> ErrorKind.FOREIGN_KEY;
            case 1400, 1407, 2296 -> ErrorKind.NOT_NULL;
            case 2290, 2293 -> ErrorKind.CHECK;
            // Too large for the column or its precision, no number, overflow, division by zero
            case 1401, 1426, 1438, 1476, 1722, 6502, 12899 -> ErrorKind.DATA;
            // Dates that are none, or not of their format
            case 1830, 1839, 1841, 1843, 1847, 1850, 1851, 1852, 1858, 1861, 1873 -> ErrorKind.DATA;
            case 60, 4020 -> ErrorKind.DEADLOCK;
            case 8177 -> ErrorKind.SERIALIZATION;
            // Busy and NOWAIT, WAIT n expired, DDL waited, a call was cancelled or took too long
            case 51, 54, 1013, 2049, 4021, 30006 -> ErrorKind.TIMEOUT;
            case 904, 942, 1418, 1432, 2289, 2443, 4043 -> ErrorKind.MISSING_OBJECT;
            // Sessions and processes are used up, killed, logged off, starting up or shutting down, wrong password
            case 18, 20, 28, 1012, 1017, 1033, 1034, 1041, 1089, 1090, 1092, 2391, 2396, 28000, 28001 ->
                ErrorKind.CONNECTION;
            // The channel broke, the instance went away, the listener does not answer or knows no such service
            case 3113, 3114, 3135, 12153, 12170, 12505, 12514, 12516, 12519, 12520, 12521, 12528, 12537, 12541, 12547 ->
                ErrorKind.CONNECTION;
            case 12570, 12571, 25408, 17002, 17008, 17009, 17401, 17410, 17447, 17800, 17868 -> ErrorKind.CONNECTION;
            default -> super.kindOf(error);
        };
    }

    /** A value stands in quotes after "containing" (ORA-01722 in 23ai), or in a conversion's own words (ORA-018xx). */
    @Override
    protected String messageOf(SQLException error) {
        return super.messageOf(error).replaceFirst(" containing '.*?' ", " ").replaceFirst("(: | value )'.*'.*", "");
    }

    @Override
    protected @Nullable String constraintOf(SQLException error) {
        Matcher matcher = CONSTRAINT.matcher(messageOf(error));
        return matcher.find() ? matcher.group(1) : null;
    }
}
