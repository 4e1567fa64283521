package org.alkahest.compile;

import static org.alkahest.compile.Library.AUTHORS;
import static org.alkahest.compile.Library.BOOKS;
import static org.alkahest.compile.SqlAssert.assertSql;
import static org.alkahest.compile.SqlAssert.everywhere;
import static org.alkahest.compile.SqlAssert.on;
import static org.alkahest.compile.SqlAssert.unsupportedOn;
import static org.alkahest.sql.Sql.function;
import static org.alkahest.sql.Sql.select;

import org.alkahest.sql.Description;
import org.alkahest.sql.Expression;
import org.alkahest.sql.ExpressionExtension;
import org.alkahest.sql.NodeMapper;
import org.alkahest.sql.RenderContext;
import org.alkahest.type.SqlType;
import org.alkahest.type.SqlTypes;
import org.alkahest.type.Vendor;
import org.junit.jupiter.api.Test;

/** Users' own constructs, each dialect with its own SQL. */
final class CustomConstructSqlTest {
    /** The sound of a word, by a function that goes by several names, or is not there. */
    private record Sound(Expression<String> word, int length) implements ExpressionExtension<String> {
        private static final Vendor HAVE_IT = Vendor.of("mysql", "mariadb", "oracle", "sqlserver", "h2", "duckdb");

        @Override
        public SqlType<String> type() {
            return SqlTypes.TEXT;
        }

        @Override
        public void render(RenderContext context) {
            context.require(HAVE_IT, "SOUNDEX");
            if (context.dialect().equals("duckdb")) {
                context.sql("left(soundex_of(")
                        .argument(word)
                        .sql("), ")
                        .value(SqlTypes.INTEGER, length)
                        .sql(")");
            } else {
                context.node(function("soundex", SqlTypes.TEXT, word));
            }
        }

        @Override
        public void describe(Description description) {
            description.add(Sound.class).child(word).value(SqlTypes.INTEGER, length);
        }

        @Override
        public Sound mapChildren(NodeMapper mapper) {
            return new Sound(mapper.map(word), length);
        }
    }

    @Test
    void writesWhatEachDialectHas() {
        assertSql(
                select(AUTHORS.id)
                        .where(new Sound(AUTHORS.name, 4).eq(new Sound(BOOKS.title, 4)))
                        .from(AUTHORS, BOOKS),
                unsupportedOn("sqlite postgresql", "SOUNDEX"),
                on(
                        "duckdb",
                        "SELECT authors.id FROM authors, books WHERE (left(soundex_of(authors.name), ?)) ="
                                + " (left(soundex_of(books.title), ?))",
                        4,
                        4),
                everywhere("SELECT authors.id FROM authors, books WHERE (soundex(authors.name)) ="
                        + " (soundex(books.title))"));
    }
}
