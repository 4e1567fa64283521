package org.alkahest.type;

import static org.alkahest.dialect.postgresql.PostgresqlTypes.CIDR;
import static org.alkahest.dialect.postgresql.PostgresqlTypes.CITEXT;
import static org.alkahest.dialect.postgresql.PostgresqlTypes.INET;
import static org.alkahest.dialect.postgresql.PostgresqlTypes.MACADDR;
import static org.alkahest.dialect.postgresql.PostgresqlTypes.MACADDR8;
import static org.alkahest.dialect.postgresql.PostgresqlTypes.MONEY;
import static org.alkahest.dialect.postgresql.PostgresqlTypes.OID;
import static org.alkahest.dialect.postgresql.PostgresqlTypes.REGCLASS;
import static org.alkahest.dialect.postgresql.PostgresqlTypes.bit;
import static org.alkahest.dialect.postgresql.PostgresqlTypes.only;
import static org.alkahest.dialect.postgresql.PostgresqlTypes.varbit;
import static org.alkahest.sql.Sql.insert;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.text;
import static org.alkahest.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.abort;

import org.alkahest.dialect.DatabaseException;
import org.alkahest.engine.Connection;
import org.alkahest.schema.Column;
import org.alkahest.schema.MetaData;
import org.alkahest.schema.Table;
import org.alkahest.testkit.DatabaseFixture;
import org.alkahest.testkit.DatabaseTest;

/** PostgreSQL's types for which Java has no class. */
final class PostgresqlTypesTest {
    @DatabaseTest("postgresql")
    void keepsAddresses(DatabaseFixture database) {
        RoundTrip.of(database, INET).keeps("192.168.0.1", "192.168.0.1/24", "2001:db8::1", "::");
        assertThat(RoundTrip.of(database, INET).readBack("2001:DB8::0")).isEqualTo("2001:db8::");
        RoundTrip.of(database, CIDR).keeps("192.168.0.0/24", "2001:db8::/32");
        RoundTrip.of(database, MACADDR).keeps("08:00:2b:01:02:03");
        RoundTrip.of(database, MACADDR8).keeps("08:00:2b:01:02:03:04:05");
    }

    @DatabaseTest("postgresql")
    void keepsBitsMoneyAndObjects(DatabaseFixture database) {
        RoundTrip.of(database, bit(3)).keeps("101", "000");
        RoundTrip.of(database, bit(1)).keeps("1", "0");
        RoundTrip.of(database, varbit(70)).keeps("", "1", "10".repeat(35));
        RoundTrip.of(database, OID).keeps(0L, 4_294_967_295L);
        String money = database.engine()
                .<String>transaction((Connection c) ->
                        c.execute(select(value("1234.5", MONEY))).all().get(0));
        RoundTrip.of(database, MONEY).keeps(money);
        assertThat(money).containsPattern("1.?234.5");
        RoundTrip.of(database, REGCLASS).keeps("round_trip", "pg_class");
        assertThatThrownBy(() -> bit(0)).hasMessageContaining("ALK-1446");
    }

    @DatabaseTest("postgresql")
    void comparesTextWithoutCase(DatabaseFixture database) {
        try {
            database.engine().begin(c -> c.execute(text("CREATE EXTENSION IF NOT EXISTS citext")));
        } catch (DatabaseException e) {
            abort("The server of " + database + " has no extension citext: " + e.getMessage());
        }
        RoundTrip.of(database, CITEXT).keeps("Ali", "", "it's");
        assertThat(database.engine()
                        .<Boolean>transaction((Connection c) -> c.execute(
                                        select(value("ALI", CITEXT).eq("ali")))
                                .all()
                                .get(0)))
                .isTrue();
    }

    @DatabaseTest("postgresql")
    void readsATableWithoutThoseThatInherit(DatabaseFixture database) {
        Cities cities = new Cities();
        MetaData.of(cities).createAll(database.engine());
        database.engine().begin((Connection c) -> {
            c.execute(text("CREATE TABLE capitals () INHERITS (cities)"));
            c.execute(insert(cities).set(cities.name, "Lahore"));
            c.execute(text("INSERT INTO capitals (name) VALUES ('Islamabad')"));
            assertThat(c.execute(select(cities.name)).all()).hasSize(2);
            assertThat(c.execute(select(cities.name).hint(only(cities))).all()).containsExactly("Lahore");
        });
    }

    private static final class Cities extends Table {
        final Column<String> name = column("name", SqlTypes.TEXT);

        Cities() {
            super("cities");
        }
    }
}
