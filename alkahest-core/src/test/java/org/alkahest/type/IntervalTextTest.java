package org.alkahest.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Period;
import org.junit.jupiter.api.Test;

final class IntervalTextTest {
    @Test
    void readsDurationsInTheWordsOfEachDatabase() {
        Duration expected = Duration.parse("-P1DT2H3M4.5S");
        assertThat(IntervalText.duration("-1 days -02:03:04.5")).isEqualTo(expected);
        assertThat(IntervalText.duration("-1 02:03:04.500000")).isEqualTo(expected);
        assertThat(IntervalText.duration("-1 2:3:4.5")).isEqualTo(expected);
        assertThat(IntervalText.duration("INTERVAL '-1 02:03:04.5' DAY TO SECOND"))
                .isEqualTo(expected);
        assertThat(IntervalText.duration("P-1DT-2H-3M-4.5S")).isEqualTo(expected);
        assertThat(IntervalText.duration("-P1DT2H3M4.5S")).isEqualTo(expected);
        assertThat(IntervalText.duration("1 day -00:00:01")).isEqualTo(Duration.ofSeconds(86_399));
        assertThat(IntervalText.duration("-1 days +02:00:00")).isEqualTo(Duration.ofHours(-22));
        assertThat(IntervalText.duration("+000000001 00:00:00.000001"))
                .isEqualTo(Duration.ofNanos(86_400_000_001_000L));
        assertThat(IntervalText.duration("100000:00:00")).isEqualTo(Duration.ofHours(100_000));
        assertThat(IntervalText.duration("3 days")).isEqualTo(Duration.ofDays(3));
        assertThat(IntervalText.duration("2 hours 5 mins -1 secs")).isEqualTo(Duration.ofSeconds(7_499));
        assertThat(IntervalText.duration("00:00:00")).isEqualTo(Duration.ZERO);
        assertThat(IntervalText.duration("PT0S")).isEqualTo(Duration.ZERO);
    }

    @Test
    void readsPeriodsInTheWordsOfEachDatabase() {
        Period expected = Period.of(-1, -2, 0);
        assertThat(IntervalText.period("-1 years -2 mons")).isEqualTo(expected);
        assertThat(IntervalText.period("-1 years -2 months")).isEqualTo(expected);
        assertThat(IntervalText.period("-1-2")).isEqualTo(expected);
        assertThat(IntervalText.period("INTERVAL '-1-2' YEAR TO MONTH")).isEqualTo(expected);
        assertThat(IntervalText.period("P-14M")).isEqualTo(expected);
        assertThat(IntervalText.period("+000000178956970-07")).isEqualTo(Period.of(178_956_970, 7, 0));
        assertThat(IntervalText.period("00:00:00")).isEqualTo(Period.ZERO);
    }

    @Test
    void refusesWhatHasNoFixedLength() {
        refused("ALK-1177", () -> IntervalText.duration("1 mon 2 days"));
        refused("ALK-1177", () -> IntervalText.period("1 mon 2 days"));
        assertThatThrownBy(() -> IntervalText.duration("@ 1 fortnight")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> IntervalText.duration("12")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void countsMicrosecondsAndMonthsExactly() {
        Duration longest = IntervalText.ofMicros(Long.MAX_VALUE);
        assertThat(IntervalText.micros(longest)).isEqualTo(Long.MAX_VALUE);
        assertThat(IntervalText.micros(longest.negated())).isEqualTo(-Long.MAX_VALUE);
        assertThat(IntervalText.micros(Duration.ofNanos(-1))).isZero();
        assertThat(IntervalText.micros(Duration.ofNanos(-1_999))).isEqualTo(-1);
        assertThat(IntervalText.micros(Duration.ofNanos(1_999))).isEqualTo(1);
        refused("ALK-1175", () -> IntervalText.micros(longest.plusNanos(1_000)));
        refused("ALK-1175", () -> IntervalText.micros(IntervalText.ofMicros(Long.MIN_VALUE)));
        refused("ALK-1175", () -> IntervalText.micros(Duration.ofSeconds(Long.MIN_VALUE)));
        assertThat(IntervalText.months(Period.of(-1, 14, 0))).isEqualTo(2);
        refused("ALK-1176", () -> IntervalText.months(Period.of(1, 0, 1)));
        refused("ALK-1175", () -> IntervalText.months(Period.of(Integer.MAX_VALUE, 0, 0)));
    }

    @Test
    void writesTheStandardsText() {
        assertThat(IntervalText.dayToSecond(Duration.parse("-P1DT2H3M4.5S"))).isEqualTo("-1 02:03:04.500000");
        assertThat(IntervalText.dayToSecond(IntervalText.ofMicros(Long.MAX_VALUE)))
                .isEqualTo("106751991 04:00:54.775807");
        assertThat(IntervalText.yearToMonth(Period.ofMonths(-14))).isEqualTo("-1-2");
    }

    private static void refused(String code, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        AlkahestArgumentException.class,
                        e -> assertThat(e.code()).isEqualTo(code));
    }
}
