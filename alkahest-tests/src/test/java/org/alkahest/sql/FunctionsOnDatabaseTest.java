package org.alkahest.sql;

import static org.alkahest.sql.Sql.abs;
import static org.alkahest.sql.Sql.ceiling;
import static org.alkahest.sql.Sql.charLength;
import static org.alkahest.sql.Sql.concat;
import static org.alkahest.sql.Sql.currentDate;
import static org.alkahest.sql.Sql.currentTimestamp;
import static org.alkahest.sql.Sql.currentUser;
import static org.alkahest.sql.Sql.daysBetween;
import static org.alkahest.sql.Sql.epochSeconds;
import static org.alkahest.sql.Sql.exp;
import static org.alkahest.sql.Sql.extract;
import static org.alkahest.sql.Sql.floor;
import static org.alkahest.sql.Sql.greatest;
import static org.alkahest.sql.Sql.least;
import static org.alkahest.sql.Sql.left;
import static org.alkahest.sql.Sql.ln;
import static org.alkahest.sql.Sql.localTime;
import static org.alkahest.sql.Sql.localTimestamp;
import static org.alkahest.sql.Sql.lpad;
import static org.alkahest.sql.Sql.newUuid;
import static org.alkahest.sql.Sql.position;
import static org.alkahest.sql.Sql.power;
import static org.alkahest.sql.Sql.random;
import static org.alkahest.sql.Sql.replace;
import static org.alkahest.sql.Sql.right;
import static org.alkahest.sql.Sql.round;
import static org.alkahest.sql.Sql.rpad;
import static org.alkahest.sql.Sql.secondsBetween;
import static org.alkahest.sql.Sql.sessionUser;
import static org.alkahest.sql.Sql.sign;
import static org.alkahest.sql.Sql.sqrt;
import static org.alkahest.sql.Sql.substring;
import static org.alkahest.sql.Sql.trim;
import static org.alkahest.sql.Sql.trimLeading;
import static org.alkahest.sql.Sql.trimTrailing;
import static org.alkahest.sql.Things.THINGS;
import static org.alkahest.sql.Things.of;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import org.alkahest.compile.Feature;
import org.alkahest.sql.Extract.Field;
import org.alkahest.testkit.DatabaseFixture;
import org.alkahest.testkit.DatabaseTest;

/** Functions give the same on every database. */
@SuppressWarnings("BadImport") // reads as a sentence here
final class FunctionsOnDatabaseTest {
    @DatabaseTest
    void computesNumbers(DatabaseFixture database) {
        assertThat(of(database, 2, abs(THINGS.size))).isEqualTo(7);
        assertThat(of(database, 2, sign(THINGS.size))).isEqualTo(-1);
        assertThat(of(database, 1, floor(THINGS.price))).isEqualByComparingTo("7");
        assertThat(of(database, 2, ceiling(THINGS.weight))).isEqualTo(-1.0);
        assertThat(of(database, 1, round(THINGS.price))).isEqualByComparingTo("8");
        assertThat(of(database, 1, round(THINGS.price.plus(new BigDecimal("0.26")), 1)))
                .isEqualByComparingTo("7.8");
        assertThat(of(database, 2, round(THINGS.weight.plus(0.01), 1))).isEqualTo(-1.2);
        assertThat(of(database, 1, power(THINGS.size, 2))).isEqualTo(49.0);
        assertThat(of(database, 1, sqrt(THINGS.size.plus(2)))).isEqualTo(3.0);
        assertThat(of(database, 1, ln(exp(THINGS.weight)))).isCloseTo(2.5, within(1e-9));
        assertThat(of(database, 1, greatest(THINGS.size, THINGS.id, THINGS.id.plus(9))))
                .isEqualTo(10);
        assertThat(of(database, 1, least(THINGS.size, THINGS.id))).isEqualTo(1);
        assertThat(of(database, 1, random())).isBetween(0.0, 1.0);
    }

    @DatabaseTest
    void computesStrings(DatabaseFixture database) {
        assertThat(of(database, 1, charLength(THINGS.name.concat("  ")))).isEqualTo(7);
        assertThat(of(database, 1, concat(THINGS.name, Sql.value("-"), THINGS.name)))
                .isEqualTo("apple-apple");
        assertThat(of(database, 1, substring(THINGS.name, 2))).isEqualTo("pple");
        assertThat(of(database, 1, substring(THINGS.name, 2, 3))).isEqualTo("ppl");
        assertThat(of(database, 1, position("pl", THINGS.name))).isEqualTo(3);
        assertThat(of(database, 1, position("x", THINGS.name))).isZero();
        assertThat(of(database, 1, replace(THINGS.name, "p", "b"))).isEqualTo("abble");
        assertThat(of(database, 1, left(THINGS.name, 2))).isEqualTo("ap");
        assertThat(of(database, 1, right(THINGS.name, 2))).isEqualTo("le");
        assertThat(of(database, 1, right(THINGS.name, 9))).isEqualTo("apple");
        assertThat(of(database, 1, right(THINGS.name, 0))).isEmpty();
        assertThat(of(database, 1, lpad(THINGS.name.concat("  "), 9, '*'))).isEqualTo("**apple  ");
        assertThat(of(database, 1, rpad(THINGS.name.concat("  "), 9, '*'))).isEqualTo("apple  **");
        assertThat(of(database, 1, lpad(THINGS.name, 7, '*'))).isEqualTo("**apple");
        assertThat(of(database, 1, lpad(THINGS.name, 3, '*'))).isEqualTo("app");
        assertThat(of(database, 1, rpad(THINGS.name, 7, '*'))).isEqualTo("apple**");
        assertThat(of(database, 1, rpad(THINGS.name, 3, '*'))).isEqualTo("app");
        assertThat(of(database, 1, trim(concat(Sql.value(" "), THINGS.name, Sql.value(" ")))))
                .isEqualTo("apple");
        assertThat(of(database, 1, trim(THINGS.name, 'e'))).isEqualTo("appl");
        assertThat(of(database, 1, trimLeading(THINGS.name, 'a'))).isEqualTo("pple");
        assertThat(of(database, 1, trimTrailing(THINGS.name, 'a'))).isEqualTo("apple");
        assertThat(of(database, 3, charLength(THINGS.name))).isEqualTo(7);
        if (database.supports(Feature.REGEXP_REPLACE)) {
            assertThat(of(database, 1, THINGS.name.regexpReplace("p+", "b"))).isEqualTo("able");
            assertThat(of(database, 2, THINGS.name.regexpReplace("a", "_"))).isEqualTo("B_n_n_");
            assertThat(of(database, 2, THINGS.name.regexpReplace("b", "x", "i")))
                    .isEqualTo("xanana");
        }
    }

    @DatabaseTest
    void readsPartsOfDates(DatabaseFixture database) {
        LocalDate day = LocalDate.of(2024, 2, 29);
        assertThat(of(database, 2, extract(Field.QUARTER, THINGS.day))).isEqualTo(1);
        assertThat(of(database, 2, extract(Field.WEEK, THINGS.day)))
                .isEqualTo(day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
        assertThat(of(database, 1, extract(Field.WEEK, THINGS.day))).isEqualTo(5);
        assertThat(of(database, 2, extract(Field.DAY_OF_YEAR, THINGS.day))).isEqualTo(60);
        assertThat(of(database, 2, extract(Field.DAY_OF_WEEK, THINGS.day)))
                .isEqualTo(day.getDayOfWeek().getValue());
        assertThat(of(database, 2, extract(Field.DAY_OF_WEEK, THINGS.moment))).isEqualTo(4);
        assertThat(of(database, 1, extract(Field.SECOND, THINGS.moment))).isEqualTo(30);
        LocalDateTime moment = LocalDateTime.of(2026, 1, 31, 10, 20, 30);
        assertThat(of(database, 1, epochSeconds(THINGS.moment))).isEqualTo(moment.toEpochSecond(ZoneOffset.UTC));
        assertThat(of(database, 2, epochSeconds(THINGS.day))).isEqualTo(day.toEpochDay() * 86_400);
        assertThat(of(database, 1, epochSeconds(currentTimestamp())))
                .isCloseTo(Instant.now().getEpochSecond(), within(60L));
        assertThat(of(database, 1, daysBetween(THINGS.day, Sql.value(LocalDate.of(2026, 3, 1)))))
                .isEqualTo(29);
        assertThat(of(database, 1, secondsBetween(THINGS.day, THINGS.moment)))
                .isEqualTo(moment.toLocalTime().toSecondOfDay());
    }

    @DatabaseTest
    void readsTheClock(DatabaseFixture database) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        assertThat(of(database, 1, currentDate())).isBetween(today.minusDays(1), today.plusDays(1));
        assertThat(of(database, 1, currentTimestamp()).toLocalDate()).isBetween(today.minusDays(1), today.plusDays(1));
        assertThat(of(database, 1, localTimestamp()).toLocalDate()).isBetween(today.minusDays(1), today.plusDays(1));
        assertThat(of(database, 1, localTime())).isNotNull();
        assertThat(of(database, 1, newUuid()).toString()).hasSize(36);
        if (database.supports(Feature.SESSION_USERS)) {
            assertThat(of(database, 1, currentUser())).isNotBlank();
            assertThat(of(database, 1, sessionUser())).isNotBlank();
        }
    }
}
