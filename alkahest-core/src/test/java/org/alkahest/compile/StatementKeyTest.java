package org.alkahest.compile;

import static org.alkahest.compile.Library.BOOKS;
import static org.alkahest.sql.Sql.nullOf;
import static org.alkahest.sql.Sql.param;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.alkahest.sql.Expression;
import org.alkahest.sql.Logical;
import org.alkahest.sql.Statement;
import org.alkahest.type.SqlTypes;
import org.junit.jupiter.api.Test;

final class StatementKeyTest {
    private static StatementKey key(Statement statement) {
        return StatementKey.walk(statement).key();
    }

    @Test
    void listsArePaddedToPowersOfTwoThenToQuarters() {
        assertThat(IntStream.of(0, 1, 2, 3, 5, 9, 513, 1024).map(StatementKey::padded))
                .containsExactly(0, 1, 2, 4, 8, 16, 1024, 1024);
        assertThat(IntStream.of(1025, 1280, 1281, 1500, 1793, 2048, 2049, 5000, 32_767)
                        .map(StatementKey::padded))
                .containsExactly(1280, 1280, 1536, 1536, 2048, 2048, 2560, 5120, 32_768);
    }

    @Test
    void allLengthsOfListsTogetherHaveFewSizes() {
        assertThat(IntStream.rangeClosed(1, 65_536).map(StatementKey::padded).distinct())
                .hasSize(35);
        assertThat(IntStream.rangeClosed(1, 65_536).filter(size -> StatementKey.padded(size) < size))
                .isEmpty();
    }

    @Test
    void whatChangesTheSqlChangesTheKey() {
        List<Statement> all = List.of(
                select(BOOKS.id).where(BOOKS.pages.eq(1)),
                select(BOOKS.id).where(BOOKS.pages.ne(1)),
                select(BOOKS.id).where(BOOKS.id.eq(1)),
                select(BOOKS.id).where(BOOKS.as("b").pages.eq(1)),
                select(BOOKS.id).where(BOOKS.pages.eq(BOOKS.id)),
                select(BOOKS.id).where(BOOKS.pages.eq(nullOf(SqlTypes.INTEGER))),
                select(BOOKS.id).where(BOOKS.pages.eq(param("a", SqlTypes.INTEGER))),
                select(BOOKS.id).where(BOOKS.pages.eq(param("b", SqlTypes.INTEGER))),
                select(BOOKS.id).where(BOOKS.pages.in(1)),
                select(BOOKS.id).where(BOOKS.pages.in(1, 2)),
                select(BOOKS.id).limit(1),
                select(BOOKS.id).offset(1),
                select(BOOKS.id).orderBy(BOOKS.id),
                select(BOOKS.id).groupBy(BOOKS.id),
                select(BOOKS.id, BOOKS.id),
                select(value(1, SqlTypes.INTEGER)),
                select(value(1L, SqlTypes.BIGINT)));
        Set<StatementKey> keys = new HashSet<>();
        all.forEach(statement -> keys.add(key(statement)));

        assertThat(keys).hasSize(all.size());
    }

    @Test
    void valuesDoNotChangeTheKey() {
        assertThat(key(select(BOOKS.id).where(BOOKS.pages.in(1, 2, 3)).limit(4)))
                .isEqualTo(
                        key(select(BOOKS.id).where(BOOKS.pages.in(5, 6, 7, 8)).limit(9)))
                .hasSameHashCodeAs(
                        key(select(BOOKS.id).where(BOOKS.pages.in(5, 6, 7, 8)).limit(9)));
    }

    @Test
    void aTrimmedKeyIsEqualToTheWalksOwn() {
        StatementKey key = key(select(BOOKS.id).where(BOOKS.pages.eq(1)));

        assertThat(key.trimmed()).isEqualTo(key).hasSameHashCodeAs(key).hasToString(key.toString());
    }

    @Test
    void wideAndDeepStatementsAreWalked() {
        Expression<Integer> deep = BOOKS.pages;
        List<Expression<Boolean>> wide = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            deep = deep.plus(i);
            wide.add(BOOKS.id.eq(i));
        }
        List<Object> values = StatementKey.walk(select(deep).where(new Logical(Logical.Connective.OR, wide)))
                .values();

        assertThat(values).hasSize(20_000).endsWith(9_998, 9_999);
    }
}
