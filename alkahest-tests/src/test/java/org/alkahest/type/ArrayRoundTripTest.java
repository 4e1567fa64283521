package org.alkahest.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.alkahest.compile.Feature;
import org.alkahest.compile.UnsupportedFeatureException;
import org.alkahest.testkit.DatabaseFixture;
import org.alkahest.testkit.DatabaseTest;
import org.junit.jupiter.api.Test;

final class ArrayRoundTripTest {
    @DatabaseTest
    void keepsListsOfEverydayValues(DatabaseFixture database) {
        if (!database.supports(Feature.ARRAYS)) {
            assertThatThrownBy(() -> RoundTrip.of(database, SqlTypes.array(SqlTypes.INTEGER)))
                    .isInstanceOf(UnsupportedFeatureException.class)
                    .hasMessageContaining("arrays");
            return;
        }
        RoundTrip.of(database, SqlTypes.array(SqlTypes.INTEGER))
                .keeps(List.of(), List.of(1, -2, Integer.MAX_VALUE))
                .keepsAs(Arrays.asList(1, null, 3), Arrays.asList(1, null, 3));
        RoundTrip.of(database, SqlTypes.array(SqlTypes.TEXT))
                .keeps(List.of("", "a,b", "{\"}", "back\\slash", "'; --", "NULL", "é😀", " "));
        RoundTrip.of(database, SqlTypes.array(SqlTypes.BIGINT)).keeps(List.of(Long.MIN_VALUE, 9007199254740993L));
        RoundTrip.of(database, SqlTypes.array(SqlTypes.BOOLEAN)).keeps(List.of(true, false));
        RoundTrip.of(database, SqlTypes.array(SqlTypes.decimal(12, 2))).keeps(List.of(new BigDecimal("12.50")));
        RoundTrip.of(database, SqlTypes.array(SqlTypes.DATE)).keeps(List.of(LocalDate.of(2026, 2, 28)));
        RoundTrip.of(database, SqlTypes.array(SqlTypes.INSTANT))
                .keeps(List.of(Instant.parse("2026-03-29T01:30:00.123456Z")));
        RoundTrip.of(database, SqlTypes.array(SqlTypes.UUID))
                .keeps(List.of(UUID.fromString("01234567-89ab-4def-8123-456789abcdef")));
    }

    @Test
    void changesInPlaceAreSeen() {
        SqlType<List<Integer>> type = SqlTypes.array(SqlTypes.INTEGER);
        List<Integer> list = new ArrayList<>(Arrays.asList(1, null));
        List<Integer> snapshot = type.copy(list);
        assertThat(type.same(list, snapshot)).isTrue();
        list.set(0, 2);
        assertThat(type.same(list, snapshot)).isFalse();
        assertThat(type).isEqualTo(SqlTypes.array(SqlTypes.INTEGER)).isNotEqualTo(SqlTypes.array(SqlTypes.TEXT));
    }
}
