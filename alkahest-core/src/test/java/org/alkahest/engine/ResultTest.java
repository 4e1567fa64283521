package org.alkahest.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ResultTest {
    private int closed;

    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    private final <R> Result<R> of(R... rows) {
        return Result.over(Arrays.asList(rows).iterator(), () -> closed++);
    }

    @Test
    void allGivesEveryRowNullsIncludedAndCloses() {
        assertThat(of("a", null, "b").all()).containsExactly("a", null, "b");
        assertThat(closed).isEqualTo(1);
        assertThat(of().all()).isEmpty();
    }

    @Test
    void firstIsEmptyForNoRowAndForNull() {
        assertThat(of("a", "b").first()).contains("a");
        assertThat(of(new String[] {null}).first()).isEmpty();
        assertThat(of().first()).isEmpty();
        assertThat(closed).isEqualTo(3);
    }

    @Test
    void oneWantsExactlyOneRow() {
        assertThat(of("a").one()).isEqualTo("a");
        assertThat(of(new String[] {null}).one()).isNull();
        assertThatThrownBy(() -> of().one()).isInstanceOf(NoRowException.class).hasMessageContaining("ALK-1601");
        assertThatThrownBy(() -> of("a", "b").one())
                .isInstanceOf(MultipleRowsException.class)
                .hasMessageContaining("ALK-1602");
        assertThat(closed).isEqualTo(4);
    }

    @Test
    void oneOrNoneTakesNoneButNotSeveral() {
        assertThat(of("a").oneOrNone()).contains("a");
        assertThat(of().oneOrNone()).isEmpty();
        assertThat(of(new String[] {null}).oneOrNone()).isEmpty();
        assertThatThrownBy(() -> of("a", "b").oneOrNone()).isInstanceOf(MultipleRowsException.class);
        assertThat(closed).isEqualTo(4);
    }

    @Test
    void scalarTakesTheFirstRow() {
        assertThat(of(3L, 4L).scalar()).isEqualTo(3L);
        assertThatThrownBy(() -> of().scalar()).isInstanceOf(NoRowException.class);
        assertThat(closed).isEqualTo(2);
    }

    @Test
    void partitionsKeepOrderAndEndWithTheRest() {
        assertThat(of(1, 2, 3, 4, 5).partitions(2)).containsExactly(List.of(1, 2), List.of(3, 4), List.of(5));
        assertThat(of(1, 2).partitions(2)).containsExactly(List.of(1, 2));
        assertThat(of().partitions(2)).isEmpty();
        assertThat(closed).isEqualTo(3);
        assertThatThrownBy(() -> of(1).partitions(0)).hasMessageContaining("ALK-1604");
    }

    @Test
    void aStreamReadsOnlyWhatItNeedsAndClosesWithIt() {
        Result<Integer> result = of(1, 2, 3);
        try (Stream<Integer> stream = result.stream()) {
            assertThat(stream.limit(1).toList()).containsExactly(1);
            assertThat(closed).isZero();
        }
        assertThat(closed).isEqualTo(1);
        assertThat(result.isClosed()).isTrue();
    }

    @Test
    void iterationClosesAtTheEnd() {
        Result<Integer> result = of(1, 2);
        List<Integer> seen = new ArrayList<>();
        Iterator<Integer> rows = result.iterator();
        while (rows.hasNext()) {
            seen.add(rows.next());
        }
        assertThat(seen).containsExactly(1, 2);
        assertThat(closed).isEqualTo(1);
        assertThat(rows.hasNext()).isFalse();
        assertThatThrownBy(rows::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void mapConvertsAsItReadsAndClosesItsSource() {
        Result<Integer> source = of(1, 2);
        assertThat(source.map(i -> "n" + i).all()).containsExactly("n1", "n2");
        assertThat(source.isClosed()).isTrue();
        assertThat(closed).isEqualTo(1);

        assertThat(of(1, 2).map(i -> i * 2).first()).contains(2);
        assertThat(closed).isEqualTo(2);
    }

    @Test
    void aResultIsReadOnce() {
        Result<Integer> result = of(1, 2);
        result.all();
        assertThatThrownBy(result::all).hasMessageContaining("ALK-1603");
        assertThatThrownBy(result::first).hasMessageContaining("ALK-1603");
        assertThatThrownBy(result::iterator).hasMessageContaining("ALK-1603");
        result.close();
        assertThat(closed).isEqualTo(1);
    }

    @Test
    void anIteratorOfAClosedResultIsAnErrorNotAnEnd() {
        Result<Integer> result = of(1, 2);
        Iterator<Integer> rows = result.iterator();
        rows.next();
        result.close("the transaction was committed");
        assertThatThrownBy(rows::hasNext).hasMessageContainingAll("the transaction was committed", "ALK-1603");
    }

    @Test
    void anErrorWhileReadingCloses() {
        Result<Integer> result = of(1, 0).map(i -> 1 / i);
        assertThatThrownBy(result::all).isInstanceOf(ArithmeticException.class);
        assertThat(closed).isEqualTo(1);
    }
}
