package org.alkahest.orm;

import static org.alkahest.orm.domain.Place_.PLACE;
import static org.alkahest.orm.domain.Publisher_.PUBLISHER;
import static org.alkahest.orm.natural.Language_.LANGUAGE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.alkahest.engine.Engine;
import org.alkahest.orm.domain.Library;
import org.alkahest.orm.domain.Place;
import org.alkahest.orm.domain.Publisher;
import org.alkahest.orm.natural.Atlas;
import org.alkahest.orm.natural.Country;
import org.alkahest.orm.natural.Language;
import org.alkahest.testkit.DatabaseTest;

/**
 * Rows are written in the same order whatever loaded or changed them: new ones as they were added, others by their keys.
 */
final class RowSequenceTest {
    @DatabaseTest("sqlite-memory")
    void newRowsComeAsTheyWereAddedAndOldOnesByKey(Engine engine) {
        Library.create(engine);
        try (Session session = Session.open(engine)) {
            Publisher c = new Publisher("C", "x");
            Publisher a = new Publisher("A", "x");
            Publisher b = new Publisher("B", "x");
            session.addAll(List.of(c, a, b));
            assertThat(session.flushPlan())
                    .hasToString("INSERT publishers(code, name) [Publisher#C, Publisher#A, Publisher#B]");
            session.commit();
            session.query(PUBLISHER).orderBy(PUBLISHER.code.desc()).all();
            c.name = "y";
            b.name = "y";
            a.name = "y";
            assertThat(session.flushPlan())
                    .hasToString("UPDATE publishers(name) [Publisher#A, Publisher#B, Publisher#C]");
            session.commit();
            session.delete(c);
            session.delete(b);
            session.delete(a);
            assertThat(session.flushPlan()).hasToString("DELETE publishers [Publisher#A, Publisher#B, Publisher#C]");
        }
    }

    @DatabaseTest("sqlite-memory")
    void batchesOfOneTableComeInTheOrderOfTheirFirstKeys(Engine engine) {
        Library.create(engine);
        try (Session session = Session.open(engine)) {
            Place lahore = new Place("PK", "Lahore", 1);
            Place karachi = new Place("PK", "Karachi", 1);
            Place delhi = new Place("IN", "Delhi", 1);
            session.addAll(List.of(lahore, karachi, delhi));
            session.commit();
            session.query(PLACE).all();
            lahore.inhabitants = 2;
            karachi.inhabitants = 2;
            delhi.inhabitants = 2;
            assertThat(session.flushPlan().toString())
                    .containsSubsequence("[IN, Delhi]", "[PK, Karachi]", "[PK, Lahore]");
            session.commit();
        }
    }

    @DatabaseTest("sqlite-memory")
    void linksOfASetComeByKeyAndThoseOfNewRowsAsTheyWereAdded(Engine engine) {
        Atlas.create(engine);
        try (Session session = Session.open(engine)) {
            Country country = new Country("PK", "Pakistan");
            session.add(country);
            for (int i = 9; i >= 0; i--) {
                session.add(new Language("l" + i));
            }
            session.commit();
            List<Language> languages = session.query(LANGUAGE).all();
            Language later = new Language("a");
            Language last = new Language("b");
            country.languages.addAll(languages);
            session.add(last);
            session.add(later);
            country.languages.addAll(List.of(last, later));
            String links = session.flushPlan().toString().lines().toList().get(1);
            assertThat(links)
                    .containsSubsequence("#l0,", "#l1,", "#l2,", "#l3,", "#l4,", "#l5,", "#l6,", "#l7,", "#l8,", "#l9,")
                    .endsWith("#l9, Country#PK-Language#b, Country#PK-Language#a]");
            session.commit();
            country.languages.clear();
            assertThat(session.flushPlan().toString()).containsSubsequence("#a,", "#b,", "#l0,", "#l9]");
        }
    }
}
