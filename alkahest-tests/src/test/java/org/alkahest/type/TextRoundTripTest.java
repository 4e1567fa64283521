package org.alkahest.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.alkahest.testkit.DatabaseFixture;
import org.alkahest.testkit.DatabaseTest;
import org.junit.jupiter.api.Test;

final class TextRoundTripTest {
    private static final String COMBINING = "e\u0301\u0327";
    private static final String EMOJI = "👩‍👩‍👧‍👦 🇵🇰";

    @DatabaseTest
    void strings(DatabaseFixture database) {
        RoundTrip.of(database, SqlTypes.TEXT)
                .keeps(
                        "",
                        " ",
                        "a",
                        " padded ",
                        "it's \"quoted\" `so` \\ and % _ ! ?",
                        "line\r\nbreak\ttab",
                        EMOJI,
                        COMBINING,
                        "é",
                        "\uFEFF\u200B\u00A0",
                        "لاہور",
                        "2026-01-01",
                        "007",
                        "1e5",
                        "null",
                        "x".repeat(100_000));
        RoundTrip.of(database, SqlTypes.varchar(20)).keeps("", "exactly twenty chars", COMBINING, "007");
    }

    @DatabaseTest
    void fixedLengthIsPaddedEverywhere(DatabaseFixture database) {
        RoundTrip.of(database, SqlTypes.character(4))
                .keeps("abcd", "لاہو")
                .keepsAs("ab", "ab  ")
                .keepsAs("", "    ")
                .keepsAs("é", "é   ");
        RoundTrip.of(database, SqlTypes.CHARACTER).keeps('a', ' ', '\'', 'ß', '€');
    }

    @Test
    void paddingDoesNotCount() {
        assertThat(SqlTypes.character(4).same("ab", "ab  ")).isTrue();
        assertThat(SqlTypes.character(4).same("ab", " ab")).isFalse();
    }

    @DatabaseTest
    void bytes(DatabaseFixture database) {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        RoundTrip.of(database, SqlTypes.BINARY).keeps(new byte[0], new byte[] {0}, all, new byte[1 << 20]);
        RoundTrip.of(database, SqlTypes.binary(256)).keeps(new byte[0], all);
    }

    @DatabaseTest
    void identifiersAndEnums(DatabaseFixture database) {
        RoundTrip.of(database, SqlTypes.UUID)
                .keeps(new UUID(0, 0), new UUID(-1, -1), UUID.fromString("123e4567-e89b-42d3-a456-426614174000"));
        RoundTrip.of(database, SqlTypes.enumName(DayOfWeek.class)).keeps(DayOfWeek.values());
        RoundTrip.of(database, SqlTypes.enumOrdinal(TimeUnit.class)).keeps(TimeUnit.values());
    }

    @Test
    void theTypeOfAnEnumIsOneObjectSoThatStatementsShareACacheEntry() {
        assertThat(SqlTypes.of(DayOfWeek.class)).isEqualTo(SqlTypes.enumName(DayOfWeek.class));
    }
}
