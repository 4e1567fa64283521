package org.alkahest.testkit.conformance;

import static org.alkahest.sql.Sql.count;
import static org.alkahest.sql.Sql.delete;
import static org.alkahest.sql.Sql.exists;
import static org.alkahest.sql.Sql.insert;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.sum;
import static org.alkahest.sql.Sql.update;
import static org.alkahest.testkit.conformance.Shelf.TITLES;
import static org.alkahest.testkit.conformance.Shelf.WRITERS;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.alkahest.compile.Feature;
import org.alkahest.engine.Connection;
import org.alkahest.engine.Engine;
import org.alkahest.engine.Savepoint;
import org.alkahest.sql.Row2;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.type.ExtensionPoint;
import org.jspecify.annotations.Nullable;

/** Queries and changes do what they say, and transactions end as told. JUnit makes the subclass. */
@ExtensionPoint("a dialect's own repository extends it by an empty class")
public abstract class StatementConformance {
    protected StatementConformance() {}

    @DatabaseTest
    public void joinsGroupsAndSorts(Engine engine) {
        Shelf.fill(engine);
        engine.begin(connection -> assertThat(connection
                        .execute(select(WRITERS.name, sum(TITLES.price))
                                .from(WRITERS)
                                .leftJoin(TITLES)
                                .groupBy(WRITERS.name)
                                .orderBy(WRITERS.name))
                        .all())
                .containsExactly(
                        new Row2<>("Attar", new BigDecimal("19.75")),
                        new Row2<>("Rumi", new BigDecimal("30.00")),
                        new Row2<String, @Nullable BigDecimal>("Saadi", null)));
    }

    @DatabaseTest
    public void limitsAndSkipsRows(Engine engine) {
        Shelf.fill(engine);
        engine.begin(connection -> assertThat(connection
                        .execute(select(TITLES.title)
                                .orderBy(TITLES.title.desc())
                                .limit(1)
                                .offset(1))
                        .all())
                .containsExactly("Masnavi"));
    }

    @DatabaseTest
    public void filtersByLikeInAndExists(Engine engine) {
        Shelf.fill(engine);
        engine.begin(connection -> {
            assertThat(connection
                            .execute(select(TITLES.id)
                                    .where(TITLES.title.like("M%").and(TITLES.id.in(2, 3)))
                                    .orderBy(TITLES.id))
                            .all())
                    .containsExactly(2, 3);
            assertThat(connection
                            .execute(select(WRITERS.name)
                                    .from(WRITERS)
                                    .where(exists(select(TITLES.id).from(TITLES).where(TITLES.writer.eq(WRITERS.id)))
                                            .not()))
                            .all())
                    .containsExactly("Saadi");
        });
    }

    @DatabaseTest
    public void unitesQueries(Engine engine) {
        Shelf.fill(engine);
        engine.begin(connection -> assertThat(connection
                        .execute(select(TITLES.title)
                                .where(TITLES.id.eq(1))
                                .unionAll(select(WRITERS.name).where(WRITERS.name.eq("Rumi"))))
                        .all())
                .containsExactlyInAnyOrder("Conference", "Rumi"));
    }

    @DatabaseTest
    public void changesTellTheirRows(Engine engine) {
        Shelf.fill(engine);
        engine.begin(connection -> {
            assertThat(connection
                            .execute(update(TITLES)
                                    .setTo(TITLES.price, TITLES.price.plus(BigDecimal.ONE))
                                    .where(TITLES.writer.eq(1)))
                            .rowCount())
                    .isEqualTo(2);
            assertThat(connection.execute(delete(TITLES).where(TITLES.id.eq(3))).rowCount())
                    .isEqualTo(1);
            assertThat(prices(connection)).containsExactly(new BigDecimal("13.50"), new BigDecimal("8.25"));
        });
    }

    @DatabaseTest
    public void keysOfNewRowsComeBack(Engine engine) {
        Shelf.fill(engine);
        engine.begin(connection -> {
            int key = connection
                    .executeInsert(insert(WRITERS).set(WRITERS.name, "Hafez"), WRITERS.id)
                    .get(0);
            assertThat(connection
                            .execute(select(WRITERS.name).where(WRITERS.id.eq(key)))
                            .one())
                    .isEqualTo("Hafez");
        });
    }

    @DatabaseTest(requires = Feature.INSERT_RETURNING)
    public void insertsReturnTheirRows(Engine engine) {
        Shelf.fill(engine);
        engine.begin(connection -> assertThat(connection
                        .execute(insert(WRITERS).set(WRITERS.name, "Hafez").returning(WRITERS.name))
                        .all())
                .containsExactly("Hafez"));
    }

    @DatabaseTest(requires = Feature.UPSERT)
    public void upsertsInsertOrUpdate(Engine engine) {
        Shelf.fill(engine);
        engine.begin(connection -> {
            for (int id : List.of(3, 4)) {
                connection.execute(insert(TITLES)
                        .set(TITLES.id, id)
                        .set(TITLES.writer, 2)
                        .set(TITLES.title, "Divan")
                        .onConflict(TITLES.id)
                        .doUpdateAll());
            }
            assertThat(connection
                            .execute(select(count()).from(TITLES).where(TITLES.title.eq("Divan")))
                            .one())
                    .isEqualTo(2L);
        });
    }

    @DatabaseTest
    public void rollbackUndoesAndCommitKeeps(Engine engine) {
        Shelf.fill(engine);
        try (Connection connection = engine.connect()) {
            connection.execute(delete(TITLES));
            connection.rollback();
            assertThat(prices(connection)).hasSize(3);
            connection.execute(delete(TITLES).where(TITLES.id.eq(1)));
            connection.commit();
            connection.rollback();
            assertThat(prices(connection)).hasSize(2);
        }
    }

    @DatabaseTest(requires = Feature.SAVEPOINTS)
    public void savepointsUndoWhatCameAfterThem(Engine engine) {
        Shelf.fill(engine);
        try (Connection connection = engine.connect()) {
            connection.execute(delete(TITLES).where(TITLES.id.eq(1)));
            Savepoint savepoint = connection.savepoint();
            connection.execute(delete(TITLES));
            savepoint.rollback();
            connection.commit();
            assertThat(prices(connection)).hasSize(2);
        }
    }

    private static List<BigDecimal> prices(Connection connection) {
        return connection.execute(select(TITLES.price).orderBy(TITLES.id)).all();
    }
}
