package org.alkahest.grammar.sqlserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Stream;
import org.alkahest.dialect.Dialect;
import org.alkahest.random.Dialects;
import org.alkahest.random.RandomSql;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Always the same statements made at random, of more shapes than a person writes down. */
final class RandomSqlTest {
    private static final int QUERIES = Integer.getInteger("alkahest.random-queries", 200);
    private static final int CHANGES = QUERIES / 2;

    static Stream<Named<Dialect>> dialects() {
        return Stream.of(Dialects.SQL_SERVER, Dialects.SQL_SERVER_2017)
                .map(dialect -> Named.of(Dialects.name(dialect), dialect));
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void acceptsStatementsMadeAtRandom(Dialect dialect) {
        RandomSql random = RandomSql.of(dialect, QUERIES, CHANGES);
        assertThat(random.sql().stream().map(KnownRejections::complaint).flatMap(Optional::stream))
                .isEmpty();
        assertThat(random.refused())
                .as("statements that SQL Server lacks something for")
                .isLessThan((QUERIES + CHANGES) / 5);
    }
}
