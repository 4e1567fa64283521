package org.alkahest.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RangeTest {
    @Test
    void rangesWithoutValuesAreOneValue() {
        assertThat(Range.closedOpen(5, 5)).isEqualTo(Range.empty()).isEqualTo(Range.open(5, 5));
        assertThat(Range.closed(5, 5).isEmpty()).isFalse();
        assertThat(new Range<>(1, 2, true, true, true)).isEqualTo(Range.empty());
    }

    @Test
    void anEndThatIsNotThereIsNotInclusive() {
        assertThat(new Range<Integer>(null, null, true, true, false)).isEqualTo(Range.all());
        assertThat(new Range<>(null, 3, true, true, false)).isEqualTo(Range.atMost(3));
    }

    @Test
    void refusesEndsInTheWrongOrder() {
        assertThatThrownBy(() -> Range.closed(2, 1))
                .isInstanceOfSatisfying(
                        AlkahestArgumentException.class,
                        e -> assertThat(e.code()).isEqualTo("ALK-1441"))
                .hasMessageContaining("from 2 to 1");
    }

    @Test
    void knowsItsValues() {
        assertThat(List.of(Range.closedOpen(1, 3), Range.openClosed(0, 2), Range.open(0, 3)))
                .allMatch(range -> range.contains(1) && range.contains(2) && !range.contains(0) && !range.contains(3));
        assertThat(Range.<Integer>all().contains(7)).isTrue();
        assertThat(Range.<Integer>empty().contains(7)).isFalse();
        assertThat(Range.greaterThan(1).contains(1)).isFalse();
        assertThat(Range.lessThan(1).contains(0)).isTrue();
        assertThat(Range.atLeast(1)).hasToString("[1,)");
        assertThat(Range.atMost(1)).hasToString("(,1]");
        assertThat(Range.empty()).hasToString("empty");
    }

    @Test
    void multirangesJoinWhatOverlapsOrTouches() {
        assertThat(MultiRange.of(Range.closedOpen(5, 7), Range.empty(), Range.closedOpen(1, 3), Range.closed(3, 4)))
                .isEqualTo(MultiRange.of(Range.closed(1, 4), Range.closedOpen(5, 7)))
                .hasToString("{[1,4],[5,7)}");
        assertThat(MultiRange.of(Range.open(1, 2), Range.open(2, 3)).ranges()).hasSize(2);
        assertThat(MultiRange.of(Range.closed(1, 9), Range.closed(2, 3)).ranges())
                .containsExactly(Range.closed(1, 9));
        assertThat(MultiRange.of(Range.lessThan(0), Range.all(), Range.atLeast(5))
                        .ranges())
                .isEqualTo(Arrays.asList(Range.<Integer>all()));
        assertThat(MultiRange.of(Range.closed(1, 2), Range.closed(4, 5)).contains(3))
                .isFalse();
        assertThat(MultiRange.of(Range.closed(1, 2), Range.closed(4, 5)).contains(5))
                .isTrue();
        assertThat(MultiRange.<Integer>of().isEmpty()).isTrue();
    }
}
