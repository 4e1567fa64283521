package org.alkahest.type;

import static org.alkahest.dialect.postgresql.FullText.and;
import static org.alkahest.dialect.postgresql.FullText.concat;
import static org.alkahest.dialect.postgresql.FullText.headline;
import static org.alkahest.dialect.postgresql.FullText.matches;
import static org.alkahest.dialect.postgresql.FullText.phraseToTsQuery;
import static org.alkahest.dialect.postgresql.FullText.plainToTsQuery;
import static org.alkahest.dialect.postgresql.FullText.rank;
import static org.alkahest.dialect.postgresql.FullText.rankCoverDensity;
import static org.alkahest.dialect.postgresql.FullText.setWeight;
import static org.alkahest.dialect.postgresql.FullText.toTsQuery;
import static org.alkahest.dialect.postgresql.FullText.toTsVector;
import static org.alkahest.dialect.postgresql.FullText.websearchToTsQuery;
import static org.alkahest.sql.Sql.insert;
import static org.alkahest.sql.Sql.match;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.text;
import static org.alkahest.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.alkahest.compile.Feature;
import org.alkahest.compile.UnsupportedFeatureException;
import org.alkahest.dialect.postgresql.FullText;
import org.alkahest.dialect.postgresql.TsQuery;
import org.alkahest.dialect.postgresql.TsVector;
import org.alkahest.engine.Connection;
import org.alkahest.engine.Engine;
import org.alkahest.schema.Column;
import org.alkahest.schema.MetaData;
import org.alkahest.schema.Table;
import org.alkahest.sql.Expression;
import org.alkahest.testkit.DatabaseFixture;
import org.alkahest.testkit.DatabaseTest;

/** Full-text search: what databases share, and what PostgreSQL alone has. */
final class FullTextTest {
    private static final Notes NOTES = new Notes();

    private static Engine open(DatabaseFixture database) {
        Engine engine = database.engine();
        if (database.dialect().equals("sqlite")) {
            engine.begin(c -> c.execute(text("CREATE VIRTUAL TABLE notes USING fts5(id UNINDEXED, title, body)")));
        } else {
            MetaData.of(NOTES).createAll(engine);
        }
        if (List.of("mysql", "mariadb").contains(database.dialect())) {
            engine.begin(c -> {
                c.execute(text("CREATE FULLTEXT INDEX ft_title ON notes (title)"));
                c.execute(text("CREATE FULLTEXT INDEX ft_both ON notes (title, body)"));
            });
        }
        // A transaction does not see its own words in an index of InnoDB.
        engine.begin(c -> {
            add(c, 1, "The fat rats", "sat on the mat");
            add(c, 2, "A lazy dog", "chased fat cats");
            add(c, 3, "Nothing", "else");
        });
        return engine;
    }

    private static void add(Connection c, int id, String title, String body) {
        c.execute(insert(NOTES).set(NOTES.id, id).set(NOTES.title, title).set(NOTES.body, body));
    }

    private static List<Integer> find(Engine engine, Expression<Boolean> condition) {
        return engine.<List<Integer>>transaction(c ->
                c.execute(select(NOTES.id).where(condition).orderBy(NOTES.id)).all());
    }

    @DatabaseTest
    void findsWords(DatabaseFixture database) {
        if (!database.supports(Feature.FULL_TEXT)) {
            assertThatThrownBy(() -> find(database.engine(), NOTES.title.match("rats")))
                    .isInstanceOf(UnsupportedFeatureException.class)
                    .hasMessageContaining("full-text search");
            return;
        }
        Engine engine = open(database);
        assertThat(find(engine, NOTES.title.match("rats"))).containsExactly(1);
        assertThat(find(engine, NOTES.title.match("fat rats"))).containsExactly(1);
        assertThat(find(engine, NOTES.title.match("cats"))).isEmpty();
        assertThat(find(engine, NOTES.title.match(value("dog")))).containsExactly(2);
        if (database.supports(Feature.FULL_TEXT_COLUMNS)) {
            assertThat(find(engine, match("fat", NOTES.title, NOTES.body))).containsExactly(1, 2);
        } else {
            assertThatThrownBy(() -> find(engine, match("fat", NOTES.title, NOTES.body)))
                    .isInstanceOf(UnsupportedFeatureException.class);
        }
    }

    @DatabaseTest("postgresql")
    void keepsDocumentsAndQueries(DatabaseFixture database) {
        RoundTrip.of(database, FullText.TSVECTOR)
                .keeps(new TsVector("'cat':3 'fat':2A"), new TsVector("'it''s':1"), new TsVector(""));
        RoundTrip.of(database, FullText.TSQUERY)
                .keeps(new TsQuery("'fat' & ( 'rat' | 'cat' )"), new TsQuery("'a' <-> !'b':*AB"));
    }

    @DatabaseTest("postgresql")
    void findsWhatQueriesAskFor(DatabaseFixture database) {
        Engine engine = open(database);
        Expression<TsVector> title = toTsVector("english", NOTES.title);
        Expression<TsVector> both = concat(title, toTsVector("english", NOTES.body));
        assertThat(find(engine, matches(title, toTsQuery("english", "rat & !dog"))))
                .containsExactly(1);
        assertThat(find(engine, matches(both, plainToTsQuery("english", "cat chasing"))))
                .containsExactly(2);
        assertThat(find(engine, matches(title, phraseToTsQuery("english", "fat rat"))))
                .containsExactly(1);
        assertThat(find(engine, matches(both, phraseToTsQuery("english", "rat fat"))))
                .isEmpty();
        assertThat(find(engine, matches(both, websearchToTsQuery("english", "\"lazy dog\" or nothing -else"))))
                .containsExactly(2);
        assertThat(find(
                        engine,
                        matches(both, and(toTsQuery("english", "fat"), FullText.not(toTsQuery("english", "dog"))))))
                .containsExactly(1);
        assertThat(find(engine, matches(both, FullText.or(toTsQuery("english", "rat"), toTsQuery("english", "dog")))))
                .containsExactly(1, 2);
        assertThat(find(engine, matches(toTsVector(NOTES.title), toTsQuery("english", "dog"))))
                .containsExactly(2);
    }

    @DatabaseTest("postgresql")
    void ranksAndShowsWhatItFinds(DatabaseFixture database) {
        Engine engine = open(database);
        Expression<TsQuery> fat = toTsQuery("english", "fat");
        Expression<TsVector> weighted = concat(
                setWeight(toTsVector("english", NOTES.title), 'A'), setWeight(toTsVector("english", NOTES.body), 'D'));
        engine.begin((Connection c) -> {
            assertThat(c.execute(select(NOTES.id)
                                    .where(matches(weighted, fat))
                                    .orderBy(rank(weighted, fat).desc()))
                            .all())
                    .containsExactly(1, 2);
            assertThat(c.execute(select(rankCoverDensity(weighted, fat)).where(NOTES.id.eq(3)))
                            .one())
                    .isZero();
            assertThat(c.execute(select(headline("english", NOTES.body, fat)).where(NOTES.id.eq(2)))
                            .one())
                    .isEqualTo("chased <b>fat</b> cats");
            assertThat(c.execute(select(headline("english", NOTES.body, fat, "StartSel=[, StopSel=]"))
                                    .where(NOTES.id.eq(2)))
                            .one())
                    .isEqualTo("chased [fat] cats");
        });
    }

    private static final class Notes extends Table {
        final Column<Integer> id = column("id", SqlTypes.INTEGER);
        final Column<String> title = column("title", SqlTypes.varchar(80));
        final Column<String> body = column("body", SqlTypes.TEXT);

        Notes() {
            super("notes");
        }
    }
}
