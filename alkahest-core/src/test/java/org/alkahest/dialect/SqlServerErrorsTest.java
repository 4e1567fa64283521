package org.alkahest.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ServiceLoader;
import org.alkahest.dialect.DialectFactory.JdbcUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What SQL Server's errors become, in the words of its messages, and where its URLs lead. */
final class SqlServerErrorsTest {
    private static final DialectFactory FACTORY = ServiceLoader.load(DialectFactory.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(factory -> factory.name().equals("sqlserver"))
            .findFirst()
            .orElseThrow();

    private static DatabaseException translate(int number, String state, String message) {
        return FACTORY.create(new DatabaseVersion("Microsoft SQL Server", 16, 0))
                .errors()
                .translate("Cannot execute the statement", null, new SQLException(message, state, number));
    }

    private static void assertConstraint(
            Class<? extends IntegrityException> type, String name, DatabaseException error) {
        assertThat(error).isInstanceOf(type).hasMessageNotContaining("secret");
        assertThat(((IntegrityException) error).constraint()).contains(name);
    }

    @Test
    void namesConstraintsAndHidesValues() {
        assertConstraint(
                UniqueViolationException.class,
                "uq_t_a",
                translate(
                        2627,
                        "23000",
                        "Violation of UNIQUE KEY constraint 'uq_t_a'. Cannot insert duplicate key in object 'dbo.t'."
                                + " The duplicate key value is (secret)."));
        assertConstraint(
                UniqueViolationException.class,
                "ix_t_a",
                translate(
                        2601,
                        "23000",
                        "Cannot insert duplicate key row in object 'dbo.t' with unique index 'ix_t_a'."
                                + " The duplicate key value is (secret\nsecret)."));
        assertConstraint(
                ForeignKeyViolationException.class,
                "fk_t_u",
                translate(
                        547,
                        "23000",
                        "The INSERT statement conflicted with the FOREIGN KEY constraint \"fk_t_u\". The conflict"
                                + " occurred in database \"d\", table \"dbo.u\", column 'id'."));
        assertConstraint(
                CheckViolationException.class,
                "ck_t_1",
                translate(547, "23000", "The UPDATE statement conflicted with the CHECK constraint \"ck_t_1\"."));
        assertConstraint(
                NotNullViolationException.class,
                "a",
                translate(
                        515,
                        "23000",
                        "Cannot insert the value NULL into column 'a', table 'd.dbo.t'; column does not allow nulls."));
        assertThat(translate(
                        245,
                        "S0001",
                        "Conversion failed when converting the nvarchar value 'sec'ret' to data type int."))
                .hasMessageContaining("nvarchar value to data type int")
                .hasMessageNotContaining("ret'");
        assertThat(translate(2628, "S0001", "Data would be truncated in table 't'. Truncated value: 'secret'."))
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(ints = {220, 241, 242, 245, 2628, 8114, 8115, 8134, 8152})
    void tellsValuesThatDoNotFit(int number) {
        assertThat(translate(number, "S0001", "it does not fit"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("ALK-1513");
    }

    @Test
    void tellsKindsByNumbers() {
        assertThat(translate(1205, "40001", "deadlock victim")).isInstanceOf(DeadlockException.class);
        assertThat(translate(3960, "S0001", "snapshot")).isInstanceOf(SerializationFailureException.class);
        assertThat(translate(1222, "S0001", "lock request")).isInstanceOf(DatabaseTimeoutException.class);
        assertThat(translate(0, "HY008", "timed out")).isInstanceOf(DatabaseTimeoutException.class);
        assertThat(translate(208, "S0002", "Invalid object name 't'.")).isInstanceOf(MissingObjectException.class);
        assertThat(translate(18456, "S0001", "Login failed")).isInstanceOf(ConnectionException.class);
        assertThat(translate(0, "08S01", "Connection reset")).isInstanceOf(ConnectionException.class);
    }

    @Test
    void turnsShortUrlsIntoTheDriversOwn() {
        assertThat(FACTORY.fromShortUrl(
                        "sqlserver://ali:p%40w@db:1433/my%3Bschool?encrypt=false&applicationName=a%20b"))
                .contains(new JdbcUrl(
                        "jdbc:sqlserver://db:1433;databaseName={my;school};encrypt=false;applicationName={a b}",
                        "ali",
                        "p@w",
                        false));
        assertThat(FACTORY.fromShortUrl("mssql://db").orElseThrow().url()).isEqualTo("jdbc:sqlserver://db");
        assertThat(FACTORY.fromShortUrl("mysql://db")).isEmpty();
        assertThat(FACTORY.acceptsJdbcUrl("jdbc:sqlserver://db;databaseName=x")).isTrue();
    }
}
