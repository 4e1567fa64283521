package org.alkahest.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.alkahest.dialect.oracle.OracleDialectFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The messages are those of the Error Messages manual (https://docs.oracle.com/en/error-help/db/). */
final class OracleErrorsTest {
    private static final ErrorTranslator ERRORS = new OracleDialectFactory()
            .create(new DatabaseVersion("Oracle", 23, 0))
            .errors();

    private static DatabaseException translated(int number, String state, String message) {
        return ERRORS.translate("Cannot execute the statement", "SELECT", new SQLException(message, state, number));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 23000, UniqueViolationException",
        "2291, 23000, ForeignKeyViolationException",
        "2292, 23000, ForeignKeyViolationException",
        "1400, 23000, NotNullViolationException",
        "1407, 72000, NotNullViolationException",
        "2290, 23000, CheckViolationException",
        "60, 61000, DeadlockException",
        "8177, 72000, SerializationFailureException",
        "54, 61000, DatabaseTimeoutException",
        "30006, 99999, DatabaseTimeoutException",
        "1013, 72000, DatabaseTimeoutException",
        "942, 42000, MissingObjectException",
        "12541, 08006, ConnectionException",
        "17002, 08006, ConnectionException",
        "3113, 03113, ConnectionException",
        "3114, 72000, ConnectionException",
        "1017, 72000, ConnectionException",
        "1722, 42000, DataException",
        "12899, 72000, DataException",
        "1438, 22003, DataException",
        "1476, 22012, DataException",
        "1843, 22008, DataException",
        "900, 42000, DatabaseException"
    })
    void numbersTellTheKind(int number, String state, String exception) {
        assertThat(translated(number, state, "ORA-%05d: what happened".formatted(number))
                        .getClass()
                        .getSimpleName())
                .isEqualTo(exception);
    }

    @Test
    void constraintsAreNamedWithoutTheirSchema() {
        assertThat(translated(1, "23000", "ORA-00001: unique constraint (SHOP.UQ_T_A) violated"))
                .isInstanceOfSatisfying(
                        IntegrityException.class,
                        e -> assertThat(e.constraint()).hasValue("UQ_T_A"));
        assertThat(translated(1400, "23000", "ORA-01400: cannot insert NULL into (\"SHOP\".\"T\".\"A\")"))
                .isInstanceOfSatisfying(
                        IntegrityException.class,
                        e -> assertThat(e.constraint()).hasValue("A"));
        assertThat(translated(
                        2291, "23000", "ORA-02291: integrity constraint (SHOP.FK_T_U) violated - parent key not found"))
                .isInstanceOfSatisfying(
                        IntegrityException.class,
                        e -> assertThat(e.constraint()).hasValue("FK_T_U"));
    }

    /** 23ai names the table and the columns behind the constraint, and values in a line of their own. */
    @Test
    void messagesOf23HideValues() {
        DatabaseException unique = translated(1, "23000", """
            ORA-00001: unique constraint (SHOP.UQ_T_A) violated on table SHOP.T columns (A)
            ORA-03301: (ORA-00001 details) row with column values (A:'s3cret') already exists
            """);
        assertThat(unique)
                .isInstanceOfSatisfying(
                        IntegrityException.class,
                        e -> assertThat(e.constraint()).hasValue("UQ_T_A"));
        assertThat(unique.getMessage()).contains("violated on table SHOP.T").doesNotContain("s3cret");
        assertThat(translated(
                                1722,
                                "42000",
                                "ORA-01722: unable to convert string value containing 's3cret' to a number: A")
                        .getMessage())
                .contains("unable to convert string value")
                .doesNotContain("s3cret");
    }
}
