package org.alkahest.compile;

import static org.alkahest.compile.Library.AUTHORS;
import static org.alkahest.compile.Library.BOOKS;
import static org.alkahest.compile.Library.REVIEWS;
import static org.alkahest.sql.Sql.exists;
import static org.alkahest.sql.Sql.or;
import static org.alkahest.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.alkahest.sql.Statement;
import org.junit.jupiter.api.Test;

/** The linter that warns of forgotten conditions. */
final class CartesianProductsTest {
    private static List<String> warnings(Statement statement) {
        return SqlAssert.POSTGRESQL.sqlCompiler().compile(statement).warnings();
    }

    @Test
    void namesBothSidesOfAProduct() {
        assertThat(warnings(select(AUTHORS.name, BOOKS.title)))
                .singleElement()
                .asString()
                .contains("[table 'authors']", "[table 'books']", "no condition connects them");
        assertThat(warnings(select(AUTHORS.name, BOOKS.title, REVIEWS.id)
                        .from(AUTHORS, BOOKS, REVIEWS)
                        .where(BOOKS.authorId.eq(AUTHORS.id).and(REVIEWS.id.gt(3L)))))
                .singleElement()
                .asString()
                .contains("[table 'authors', table 'books']", "[table 'reviews']");
    }

    @Test
    void isSilentWhereAConditionConnects() {
        assertThat(warnings(select(AUTHORS.name, BOOKS.title).where(BOOKS.authorId.eq(AUTHORS.id))))
                .isEmpty();
        assertThat(warnings(select(AUTHORS.name, BOOKS.title)
                        .where(or(BOOKS.authorId.eq(AUTHORS.id), BOOKS.authorId.isNull()))))
                .isEmpty();
        assertThat(warnings(select(AUTHORS.name, BOOKS.title)
                        .from(AUTHORS, BOOKS)
                        .where(exists(select(REVIEWS.id)
                                .from(REVIEWS)
                                .where(REVIEWS.bookId.eq(BOOKS.id).and(REVIEWS.writerId.eq(AUTHORS.id)))))))
                .isEmpty();
    }

    @Test
    void isSilentWhereTheProductWasAskedFor() {
        assertThat(warnings(select(AUTHORS.name, BOOKS.title).from(AUTHORS).crossJoin(BOOKS)))
                .isEmpty();
        assertThat(warnings(select(AUTHORS.name).from(AUTHORS).join(BOOKS))).isEmpty();
    }

    @Test
    void warnsOfAProductInASubquery() {
        assertThat(warnings(select(AUTHORS.name)
                        .where(AUTHORS.id.in(select(BOOKS.authorId).from(BOOKS, REVIEWS)))))
                .hasSize(1);
    }
}
