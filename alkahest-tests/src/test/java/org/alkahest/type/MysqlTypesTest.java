package org.alkahest.type;

import static org.alkahest.dialect.mysql.MysqlTypes.BIGINT_UNSIGNED;
import static org.alkahest.dialect.mysql.MysqlTypes.INET4;
import static org.alkahest.dialect.mysql.MysqlTypes.INET6;
import static org.alkahest.dialect.mysql.MysqlTypes.INT_UNSIGNED;
import static org.alkahest.dialect.mysql.MysqlTypes.LONGTEXT;
import static org.alkahest.dialect.mysql.MysqlTypes.MEDIUMBLOB;
import static org.alkahest.dialect.mysql.MysqlTypes.MEDIUMINT;
import static org.alkahest.dialect.mysql.MysqlTypes.MEDIUMINT_UNSIGNED;
import static org.alkahest.dialect.mysql.MysqlTypes.MEDIUMTEXT;
import static org.alkahest.dialect.mysql.MysqlTypes.SMALLINT_UNSIGNED;
import static org.alkahest.dialect.mysql.MysqlTypes.TEXT;
import static org.alkahest.dialect.mysql.MysqlTypes.TINYBLOB;
import static org.alkahest.dialect.mysql.MysqlTypes.TINYINT_UNSIGNED;
import static org.alkahest.dialect.mysql.MysqlTypes.TINYTEXT;
import static org.alkahest.dialect.mysql.MysqlTypes.bit;
import static org.alkahest.dialect.mysql.MysqlTypes.datetime;
import static org.alkahest.dialect.mysql.MysqlTypes.enumOf;
import static org.alkahest.dialect.mysql.MysqlTypes.setOf;
import static org.alkahest.dialect.mysql.MysqlTypes.timestamp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Year;
import java.util.EnumSet;
import java.util.Set;
import org.alkahest.dialect.DatabaseException;
import org.alkahest.dialect.mysql.MysqlTypes;
import org.alkahest.testkit.DatabaseFixture;
import org.alkahest.testkit.DatabaseTest;
import org.junit.jupiter.api.Test;

/** The types that MySQL and MariaDB alone have. */
final class MysqlTypesTest {
    private enum Colour {
        RED,
        GREEN,
        BLUE
    }

    @DatabaseTest({"mysql", "mariadb"})
    void keepsUnsignedNumbers(DatabaseFixture database) {
        RoundTrip.of(database, TINYINT_UNSIGNED).keeps((short) 0, (short) 255);
        RoundTrip.of(database, SMALLINT_UNSIGNED).keeps(0, 65_535);
        RoundTrip.of(database, MEDIUMINT).keeps(-8_388_608, 8_388_607);
        RoundTrip.of(database, MEDIUMINT_UNSIGNED).keeps(0, 16_777_215);
        RoundTrip.of(database, INT_UNSIGNED).keeps(0L, 4_294_967_295L);
        RoundTrip.of(database, BIGINT_UNSIGNED).keeps(BigInteger.ZERO, new BigInteger("18446744073709551615"));
        assertThatThrownBy(() -> RoundTrip.of(database, INT_UNSIGNED).readBack(-1L))
                .isInstanceOf(DatabaseException.class);
    }

    @DatabaseTest({"mysql", "mariadb"})
    void keepsBitsAndYears(DatabaseFixture database) {
        RoundTrip.of(database, bit(1)).keeps(0L, 1L);
        RoundTrip.of(database, bit(8)).keeps(0L, 255L);
        RoundTrip.of(database, bit(63)).keeps(0L, Long.MAX_VALUE);
        RoundTrip.of(database, MysqlTypes.YEAR).keeps(Year.of(1901), Year.of(2155), Year.of(0));
    }

    @DatabaseTest({"mysql", "mariadb"})
    void keepsConstants(DatabaseFixture database) {
        RoundTrip.of(database, enumOf(Colour.class))
                .keeps(Colour.values())
                .sorts(Colour.RED, Colour.GREEN, Colour.BLUE);
        RoundTrip.of(database, setOf(Colour.class))
                .keeps(Set.of(), EnumSet.of(Colour.BLUE), EnumSet.of(Colour.BLUE, Colour.RED));
    }

    @DatabaseTest({"mysql", "mariadb"})
    void keepsFractionsOfSeconds(DatabaseFixture database) {
        LocalDateTime time = LocalDateTime.of(2026, 3, 29, 2, 30, 59, 987_654_321);
        RoundTrip.of(database, datetime(3))
                .keepsAs(time, time.withNano(987_000_000))
                .keeps(time.withNano(5_000_000));
        RoundTrip.of(database, datetime(0)).keepsAs(time, time.withNano(0));
        RoundTrip.of(database, timestamp(6)).keepsAs(time, time.withNano(987_654_000));
        RoundTrip.of(database, MysqlTypes.time(2)).keepsAs(time.toLocalTime(), LocalTime.of(2, 30, 59, 980_000_000));
    }

    @DatabaseTest({"mysql", "mariadb"})
    void keepsTextAndBytesOfEachSize(DatabaseFixture database) {
        RoundTrip.of(database, TINYTEXT).keeps("", "x".repeat(255));
        RoundTrip.of(database, TEXT).keeps("é".repeat(30_000));
        RoundTrip.of(database, MEDIUMTEXT).keeps("x".repeat(70_000));
        RoundTrip.of(database, LONGTEXT).keeps("it's");
        RoundTrip.of(database, TINYBLOB).keeps(new byte[] {0, -1});
        RoundTrip.of(database, MEDIUMBLOB).keeps(new byte[70_000]);
        assertThatThrownBy(() -> RoundTrip.of(database, TINYTEXT).readBack("x".repeat(256)))
                .isInstanceOf(DatabaseException.class);
    }

    @DatabaseTest("mariadb")
    void keepsAddresses(DatabaseFixture database) {
        RoundTrip.of(database, INET4).keeps("192.0.2.1", "0.0.0.0");
        RoundTrip.of(database, INET6).keeps("2001:db8::1", "::");
    }

    @Test
    void typesAreTheSameEachTime() {
        assertThat(setOf(Colour.class)).isEqualTo(setOf(Colour.class));
        assertThat(enumOf(Colour.class)).isEqualTo(enumOf(Colour.class)).isNotEqualTo(SqlTypes.enumName(Colour.class));
        assertThat(datetime(3)).isEqualTo(datetime(3)).isNotEqualTo(datetime(2));
        assertThat(bit(3)).isEqualTo(bit(3)).isNotEqualTo(bit(4));
        assertThatThrownBy(() -> datetime(7)).hasMessageContaining("ALK-1446");
        assertThatThrownBy(() -> bit(64)).hasMessageContaining("ALK-1446");
    }

    @Test
    void changesOfSetsAreSeen() {
        Set<Colour> set = EnumSet.of(Colour.RED);
        Set<Colour> snapshot = setOf(Colour.class).copy(set);
        set.add(Colour.BLUE);
        assertThat(setOf(Colour.class).same(set, snapshot)).isFalse();
    }
}
