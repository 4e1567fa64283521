package org.alkahest.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
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

    @Test
    void uniqueRowsKeepTheFirstOfEachKeyNullIncluded() {
        Result<String> source = of("b", "a", "b", null, "B", null);
        assertThat(source.unique().all()).containsExactly("b", "a", null, "B");
        assertThat(source.isClosed()).isTrue();
        assertThat(of("b", "a", "B").unique(row -> row.toLowerCase(Locale.ROOT)).all())
                .containsExactly("b", "a");
        assertThat(of().unique().first()).isEmpty();
        assertThat(closed).isEqualTo(3);
        assertThatThrownBy(source::unique).hasMessageContaining("ALK-1603");
    }

    @Test
    void frozenRowsAreReadAsOftenAsLiked() {
        FrozenResult<String> frozen = of("a", null).freeze();
        assertThat(closed).isEqualTo(1);
        assertThat(frozen.rows()).containsExactly("a", null);
        assertThat(frozen.result().all()).containsExactly("a", null);
        Result<String> again = frozen.result();
        again.close();
        assertThatThrownBy(again::all).hasMessageContaining("ALK-1603");
        assertThat(frozen.result().stream()).containsExactly("a", null);
        assertThatThrownBy(() -> frozen.rows().add("b")).isInstanceOf(UnsupportedOperationException.class);
        assertThat(of().freeze().result().all()).isEmpty();

        List<String> mine = new ArrayList<>(List.of("x"));
        FrozenResult<String> copied = new FrozenResult<>(mine);
        mine.add("y");
        assertThat(copied.result().all()).containsExactly("x");
    }

    @Test
    void mergedResultsFollowEachOtherAndCloseTogether() {
        List<Result<Integer>> parts = List.of(of(1, 2), of(), of(3));
        assertThat(Result.<Integer>merge(parts).all()).containsExactly(1, 2, 3);
        assertThat(closed).isEqualTo(3);

        List<Result<Integer>> unread = List.of(of(1), of(2));
        Result<Integer> merged = Result.merge(unread);
        assertThat(merged.first()).contains(1);
        assertThat(unread).allMatch(Result::isClosed);
        assertThatThrownBy(merged::all).hasMessageContaining("ALK-1603");
        assertThatThrownBy(() -> Result.merge(unread)).hasMessageContaining("ALK-1603");
        assertThat(Result.merge(List.<Result<Integer>>of()).all()).isEmpty();
    }

    @Test
    void anErrorInOneOfTheMergedClosesAllAndTheFirstErrorIsKept() {
        Result<Integer> failing = of(1, 0).map(i -> 1 / i);
        Result<Integer> stubborn = Result.over(List.of(7).iterator(), () -> {
            throw new IllegalStateException("cannot close");
        });
        Result<Integer> last = of(9);
        Result<Integer> merged = Result.merge(List.of(failing, stubborn, last));
        assertThatThrownBy(merged::all).isInstanceOf(ArithmeticException.class);
        assertThat(failing.isClosed()).isTrue();
        assertThat(stubborn.isClosed()).isTrue();
        assertThat(last.isClosed()).isTrue();
        assertThat(merged.isClosed()).isTrue();
    }

    @Test
    void anErrorInTheMiddleOfAStreamOrOfPartitionsCloses() {
        Result<Integer> streamed = of(1, 0, 1).map(i -> 1 / i);
        assertThatThrownBy(() -> streamed.stream().forEach(i -> {})).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> streamed.stream()).hasMessageContainingAll("reading it failed", "ALK-1603");
        Result<Integer> parted = of(1, 1, 1, 0).map(i -> 1 / i);
        Iterator<List<Integer>> parts = parted.partitions(2).iterator();
        assertThat(parts.next()).containsExactly(1, 1);
        assertThatThrownBy(parts::next).isInstanceOf(ArithmeticException.class);
        assertThat(parted.isClosed()).isTrue();
        assertThat(closed).isEqualTo(2);
    }

    @Test
    void closingTwiceDoesNothingMore() {
        Result<Integer> result = of(1);
        result.close();
        result.close();
        assertThat(closed).isEqualTo(1);
        assertThatThrownBy(() -> result.partitions(1)).hasMessageContaining("ALK-1603");
        assertThatThrownBy(() -> result.map(i -> i)).hasMessageContaining("ALK-1603");
        assertThatThrownBy(result::freeze).hasMessageContaining("ALK-1603");
    }
}
