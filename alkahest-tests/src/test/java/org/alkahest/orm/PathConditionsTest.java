package org.alkahest.orm;

import static org.alkahest.orm.domain.Author_.AUTHOR;
import static org.alkahest.orm.domain.Book_.BOOK;
import static org.alkahest.orm.domain.Tag_.TAG;
import static org.assertj.core.api.Assertions.assertThat;

import org.alkahest.engine.Engine;
import org.alkahest.orm.domain.Author;
import org.alkahest.orm.domain.Book;
import org.alkahest.orm.domain.Book_;
import org.alkahest.orm.domain.Library;
import org.alkahest.orm.domain.Tag;
import org.alkahest.sql.Sql;
import org.alkahest.testkit.DatabaseTest;
import org.junit.jupiter.api.BeforeEach;

/** Comparisons of relationships, and joins along them with further conditions. */
final class PathConditionsTest {
    private Engine engine;

    @BeforeEach
    void createTables(Engine given) {
        engine = given;
        Library.create(engine);
    }

    private static Author library(Session session) {
        Author lem = new Author("Lem");
        Book solaris = new Book(lem, "Solaris");
        solaris.tags.add(new Tag("space"));
        solaris.tags.add(new Tag("sea"));
        session.add(solaris);
        session.add(new Book(new Author("Eco"), "Rose"));
        session.add(new Book("Beowulf"));
        session.commit();
        return lem;
    }

    @DatabaseTest
    void anotherTargetOrNoneIsUnequal() {
        try (Session session = Session.open(engine)) {
            Author lem = library(session);
            assertThat(session.query(BOOK)
                            .where(BOOK.author.ne(lem))
                            .orderBy(BOOK.title)
                            .all())
                    .extracting(b -> b.title)
                    .containsExactly("Beowulf", "Rose");
        }
    }

    @DatabaseTest
    void aFurtherConditionOfAnOuterJoinKeepsTheRowsThatItDoesNotMeet() {
        try (Session session = Session.open(engine)) {
            library(session);
            assertThat(session.execute(Sql.select(BOOK.title, AUTHOR.name)
                                    .from(BOOK)
                                    .leftJoin(BOOK.author.and(AUTHOR.name.eq("Lem")))
                                    .orderBy(BOOK.title))
                            .all())
                    .extracting(row -> row.v1() + " " + row.v2())
                    .containsExactly("Beowulf null", "Rose null", "Solaris Lem");
            assertThat(session.query(BOOK)
                            .join(BOOK.author.and(AUTHOR.name.eq("Eco")))
                            .all())
                    .extracting(b -> b.title)
                    .containsExactly("Rose");
        }
    }

    @DatabaseTest
    void throughAnAssociationTableTheConditionIsOnTheTarget() {
        try (Session session = Session.open(engine)) {
            library(session);
            assertThat(session.execute(Sql.select(BOOK.title, TAG.name)
                                    .from(BOOK)
                                    .join(BOOK.tags.and(TAG.name.like("sp%"))))
                            .all())
                    .extracting(row -> row.v1() + " " + row.v2())
                    .containsExactly("Solaris space");
        }
    }

    @DatabaseTest
    void anAliasTakesConditionsOnTheAlias() {
        try (Session session = Session.open(engine)) {
            library(session);
            Book_ other = BOOK.as("other");
            assertThat(session.execute(Sql.select(AUTHOR.name, other.title)
                                    .from(AUTHOR)
                                    .leftJoin(AUTHOR.books.and(other.title.eq("Rose")), other)
                                    .orderBy(AUTHOR.name))
                            .all())
                    .extracting(row -> row.v1() + " " + row.v2())
                    .containsExactly("Eco Rose", "Lem null");
        }
    }
}
