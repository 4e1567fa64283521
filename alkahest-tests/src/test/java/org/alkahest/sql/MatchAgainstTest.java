package org.alkahest.sql;

import static org.alkahest.sql.Sql.insert;
import static org.alkahest.sql.Sql.match;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.alkahest.dialect.DatabaseException;
import org.alkahest.dialect.mysql.IndexHint;
import org.alkahest.dialect.mysql.MatchAgainst;
import org.alkahest.engine.Connection;
import org.alkahest.engine.Engine;
import org.alkahest.schema.Column;
import org.alkahest.schema.MetaData;
import org.alkahest.schema.Table;
import org.alkahest.testkit.DatabaseFixture;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.type.SqlTypes;

/** Full-text search and hints of MySQL and MariaDB. */
final class MatchAgainstTest {
    private static final Notes NOTES = new Notes();

    private static Engine open(DatabaseFixture database) {
        Engine engine = database.engine();
        MetaData.of(NOTES).createAll(engine);
        engine.begin(c -> c.execute(text("CREATE FULLTEXT INDEX ft ON notes (title, body)")));
        engine.begin(c -> {
            add(c, 1, "database tutorial", "databases store rows");
            add(c, 2, "security", "a database on the net");
            add(c, 3, "nothing", "else");
        });
        return engine;
    }

    private static void add(Connection c, int id, String title, String body) {
        c.execute(insert(NOTES).set(NOTES.id, id).set(NOTES.title, title).set(NOTES.body, body));
    }

    @DatabaseTest({"mysql", "mariadb"})
    void findsAndScores(DatabaseFixture database) {
        MatchAgainst natural = MatchAgainst.of("database tutorial", NOTES.title, NOTES.body);
        MatchAgainst all =
                MatchAgainst.of("+database -tutorial", NOTES.title, NOTES.body).inBooleanMode();
        MatchAgainst start =
                MatchAgainst.of("datab* -net", NOTES.title, NOTES.body).inBooleanMode();
        open(database).begin((Connection c) -> {
            assertThat(c.execute(select(NOTES.id)
                                    .where(natural.matches())
                                    .orderBy(natural.score().desc()))
                            .all())
                    .containsExactly(1, 2);
            assertThat(c.execute(select(natural.inNaturalLanguageMode().score()).where(NOTES.id.eq(1)))
                            .one())
                    .isPositive();
            assertThat(c.execute(select(natural.score()).where(NOTES.id.eq(3))).one())
                    .isZero();
            assertThat(c.execute(select(NOTES.id).where(all.matches())).all()).containsExactly(2);
            assertThat(c.execute(select(NOTES.id).where(start.matches())).all()).containsExactly(1);
            assertThat(c.execute(select(NOTES.id)
                                    .where(MatchAgainst.of("tutorial", NOTES.title, NOTES.body)
                                            .withQueryExpansion()
                                            .matches()))
                            .all())
                    .contains(1, 2);
        });
    }

    @DatabaseTest({"mysql", "mariadb"})
    void aMatchIsATruthValue(DatabaseFixture database) {
        Expression<Boolean> portable = match("tutorial", NOTES.title, NOTES.body);
        Expression<Boolean> own =
                MatchAgainst.of("tutorial", NOTES.title, NOTES.body).matches();
        open(database).begin((Connection c) -> {
            assertThat(c.execute(select(portable).orderBy(NOTES.id)).all()).containsExactly(true, false, false);
            assertThat(c.execute(select(own).orderBy(NOTES.id)).all()).containsExactly(true, false, false);
            assertThat(c.execute(select(NOTES.id).where(portable.eq(true))).all())
                    .containsExactly(1);
        });
    }

    @DatabaseTest({"mysql", "mariadb"})
    void indexesAreNamedInHints(DatabaseFixture database) {
        Engine engine = open(database);
        engine.begin(c -> c.execute(text("CREATE INDEX `odd``one` ON notes (id)")));
        engine.begin((Connection c) -> {
            assertThat(c.execute(select(NOTES.id)
                                    .hint(IndexHint.force(NOTES, "odd`one"))
                                    .where(NOTES.id.eq(2)))
                            .all())
                    .containsExactly(2);
            assertThat(c.execute(select(NOTES.id).hint(IndexHint.use(NOTES)).orderBy(NOTES.id))
                            .all())
                    .hasSize(3);
        });
        assertThatThrownBy(() -> engine.begin(c -> c.execute(select(NOTES.id).hint(IndexHint.ignore(NOTES, "missing")))
                        .all()))
                .isInstanceOf(DatabaseException.class);
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
