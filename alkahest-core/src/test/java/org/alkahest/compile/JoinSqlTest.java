package org.alkahest.compile;

import static org.alkahest.compile.Library.AUTHORS;
import static org.alkahest.compile.Library.BOOKS;
import static org.alkahest.compile.Library.REVIEWS;
import static org.alkahest.compile.SqlAssert.assertSql;
import static org.alkahest.compile.SqlAssert.everywhere;
import static org.alkahest.compile.SqlAssert.on;
import static org.alkahest.compile.SqlAssert.unsupportedOn;
import static org.alkahest.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.alkahest.compile.Library.Authors;
import org.alkahest.dialect.DatabaseVersion;
import org.alkahest.dialect.sqlite.SqliteDialectFactory;
import org.alkahest.schema.ColumnOptions;
import org.alkahest.schema.Table;
import org.alkahest.sql.Select;
import org.alkahest.type.SqlTypes;
import org.junit.jupiter.api.Test;

final class JoinSqlTest {
    @Test
    void infersTheConditionFromTheForeignKeyOfEitherSide() {
        assertSql(
                select(AUTHORS.name, BOOKS.title).from(AUTHORS).join(BOOKS),
                everywhere("SELECT authors.name, books.title FROM authors JOIN books ON books.author_id = authors.id"));
        assertSql(
                select(AUTHORS.name, BOOKS.title).from(BOOKS).leftJoin(AUTHORS),
                everywhere("SELECT authors.name, books.title FROM books LEFT JOIN authors ON books.author_id ="
                        + " authors.id"));
    }

    @Test
    void joinsAnAliasOfTheSameTable() {
        Authors mentor = AUTHORS.as("mentor");
        assertSql(
                select(AUTHORS.name, mentor.name).from(AUTHORS).join(mentor),
                on(
                        "oracle",
                        "SELECT authors.name, mentor.name FROM authors JOIN authors mentor ON"
                                + " authors.mentor_id = mentor.id"),
                everywhere("SELECT authors.name, mentor.name FROM authors JOIN authors AS mentor"
                        + " ON authors.mentor_id = mentor.id"));
    }

    @Test
    void joinsTablesOfOneNameInTwoSchemas() {
        Table target = Table.named("a", "t")
                .column("id", SqlTypes.INTEGER, ColumnOptions.primaryKey())
                .build();
        Table source = Table.named("b", "t")
                .column("id", SqlTypes.INTEGER, ColumnOptions.primaryKey())
                .column("t_id", SqlTypes.INTEGER)
                .foreignKey("t_id", () -> target.column("id"))
                .build();
        assertSql(
                select(target.column("id")).from(target).join(source),
                everywhere("SELECT a.t.id FROM a.t JOIN b.t ON b.t.t_id = a.t.id"));
    }

    @Test
    void takesAnExplicitCondition() {
        assertSql(
                select(AUTHORS.name)
                        .from(AUTHORS)
                        .join(BOOKS, BOOKS.authorId.eq(AUTHORS.id).and(BOOKS.pages.gt(10))),
                everywhere(
                        "SELECT authors.name FROM authors JOIN books ON books.author_id = authors.id AND books.pages >"
                                + " ?",
                        10));
    }

    @Test
    void joinsOnTheRightOrOnBothSides() {
        assertSql(
                select(AUTHORS.name).from(AUTHORS).rightJoin(BOOKS, BOOKS.authorId.eq(AUTHORS.id)),
                everywhere("SELECT authors.name FROM authors RIGHT JOIN books ON books.author_id = authors.id"));
        Select<String> full = select(AUTHORS.name).from(AUTHORS).fullJoin(BOOKS, BOOKS.authorId.eq(AUTHORS.id));
        assertSql(
                full,
                on(
                        "sqlite postgresql duckdb oracle sqlserver",
                        "SELECT authors.name FROM authors FULL JOIN books ON books.author_id = authors.id"),
                unsupportedOn("h2 mysql mariadb", "FULL JOIN"));
        assertThatThrownBy(() -> new SqliteDialectFactory()
                        .create(new DatabaseVersion("SQLite", 3, 38))
                        .sqlCompiler()
                        .compile(full))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessageContaining("3.38")
                .hasMessageContaining("FULL JOIN");
    }

    @Test
    void crossJoins() {
        assertSql(
                select(AUTHORS.name).from(AUTHORS).crossJoin(BOOKS),
                everywhere("SELECT authors.name FROM authors CROSS JOIN books"));
    }

    @Test
    void attachesAJoinToTheItemThatItsConditionMentions() {
        assertSql(
                select(AUTHORS.name).from(AUTHORS, REVIEWS).join(BOOKS, BOOKS.authorId.eq(AUTHORS.id)),
                everywhere("SELECT authors.name FROM authors JOIN books ON books.author_id = authors.id, reviews"));
    }

    @Test
    void refusesToGuessBetweenForeignKeys() {
        assertThatThrownBy(() -> SqlAssert.H2
                        .sqlCompiler()
                        .compile(select(REVIEWS.id).from(REVIEWS).join(AUTHORS)))
                .isInstanceOf(CompileException.class)
                .hasMessageContaining("2 foreign keys")
                .hasMessageContaining("ALK-1224");
    }

    @Test
    void refusesAJoinWithoutForeignKeyAndATableTwice() {
        Table other = Table.named("other").column("id", SqlTypes.INTEGER).build();
        assertThat(codeOf(select(AUTHORS.name).from(AUTHORS).join(other))).isEqualTo("ALK-1223");
        assertThat(codeOf(select(AUTHORS.name).from(AUTHORS).join(AUTHORS, AUTHORS.id.eq(AUTHORS.mentorId))))
                .isEqualTo("ALK-1222");
    }

    private static String codeOf(Select<?> select) {
        try {
            SqlAssert.H2.sqlCompiler().compile(select);
            return "";
        } catch (CompileException e) {
            return e.code();
        }
    }
}
