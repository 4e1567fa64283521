package org.alkahest.compile;

import static org.alkahest.compile.Library.AUTHORS;
import static org.alkahest.compile.Library.BOOKS;
import static org.alkahest.compile.Library.REVIEWS;
import static org.alkahest.sql.Sql.count;
import static org.alkahest.sql.Sql.delete;
import static org.alkahest.sql.Sql.exists;
import static org.alkahest.sql.Sql.insert;
import static org.alkahest.sql.Sql.raw;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.text;
import static org.alkahest.sql.Sql.update;
import static org.alkahest.sql.Sql.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.alkahest.schema.Table;
import org.alkahest.sql.CommonTableExpression;
import org.alkahest.sql.Statement;
import org.alkahest.sql.TableName;
import org.alkahest.sql.TablesUsed;
import org.alkahest.type.SqlTypes;
import org.junit.jupiter.api.Test;

final class TablesUsedTest {
    private static void assertTables(Statement statement, String read, String written) {
        TablesUsed used = TablesUsed.of(statement);
        assertThat(used.read()).extracting(TableName::toString).containsExactlyInAnyOrder(words(read));
        assertThat(used.written()).extracting(TableName::toString).containsExactlyInAnyOrder(words(written));
        assertThat(used.hasText()).isFalse();
    }

    private static String[] words(String names) {
        return names.isEmpty() ? new String[0] : names.split(" ", -1);
    }

    @Test
    void findsTablesInEveryClauseOfAQuery() {
        assertTables(select(BOOKS.title), "books", "");
        assertTables(select(count()).from(AUTHORS.as("a")).join(BOOKS), "authors books", "");
        assertTables(
                select(count())
                        .from(AUTHORS)
                        .where(exists(select(raw("1", SqlTypes.INTEGER)).from(REVIEWS)))
                        .orderBy(select(BOOKS.id).asScalar()),
                "authors reviews books",
                "");
        assertTables(select(AUTHORS.id).union(select(BOOKS.id)), "authors books", "");
    }

    @Test
    void findsTablesInQueriesThatOnlyColumnsName() {
        CommonTableExpression named = with("n", select(BOOKS.id).from(BOOKS));
        assertTables(select(named.column(BOOKS.id)), "books", "");
        assertTables(select(select(AUTHORS.id).asTable("d").column(AUTHORS.id)), "authors", "");
    }

    @Test
    void tellsTablesThatAreOnlyWrittenFromThoseRead() {
        assertTables(insert(BOOKS).set(BOOKS.id, 1), "", "books");
        assertTables(insert(BOOKS).from(select(AUTHORS.id), BOOKS.id), "authors", "books");
        assertTables(insert(BOOKS).set(BOOKS.id, 1).returning(BOOKS.pages), "books", "books");
        assertTables(update(BOOKS).set(BOOKS.pages, 1), "", "books");
        assertTables(update(BOOKS).setTo(BOOKS.pages, BOOKS.pages), "books", "books");
        assertTables(update(BOOKS).set(BOOKS.pages, 1).where(BOOKS.id.eq(1)), "books", "books");
        assertTables(update(BOOKS).setTo(BOOKS.authorId, select(AUTHORS.id).asScalar()), "authors", "books");
        assertTables(update(BOOKS).set(BOOKS.pages, 1).set(AUTHORS.name, "x"), "", "authors books");
        assertTables(delete(BOOKS), "", "books");
        assertTables(delete(BOOKS.as("b")).where(exists(select(REVIEWS.id))), "reviews", "books");
    }

    @Test
    void saysThatTextMayUseAnyTable() {
        assertThat(TablesUsed.of(text("DELETE FROM x")).hasText()).isTrue();
        TablesUsed used = TablesUsed.of(select(BOOKS.id).where(raw("id > 3", SqlTypes.BOOLEAN)));
        assertThat(used.hasText()).isTrue();
        assertThat(used.read()).isEqualTo(Set.of(new TableName(null, "books")));
    }

    @Test
    void keepsSchemasApart() {
        Table sales =
                Table.named("sales", "books").column("id", SqlTypes.INTEGER).build();
        assertThat(TablesUsed.of(select(count()).from(sales, BOOKS)).read())
                .containsExactlyInAnyOrder(new TableName("sales", "books"), new TableName(null, "books"));
    }
}
