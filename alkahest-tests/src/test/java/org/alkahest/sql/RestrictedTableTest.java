package org.alkahest.sql;

import static org.alkahest.sql.Sql.count;
import static org.alkahest.sql.Sql.delete;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.alkahest.compile.StatementKey;
import org.alkahest.engine.Connection;
import org.alkahest.engine.Engine;
import org.alkahest.schema.Column;
import org.alkahest.schema.ColumnOptions;
import org.alkahest.schema.MetaData;
import org.alkahest.schema.RestrictedTable;
import org.alkahest.schema.Table;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.type.SqlTypes;

/** Conditions that hold for a table wherever it stands. */
final class RestrictedTableTest {
    private static final Table ITEMS = Table.named("items")
            .column("id", SqlTypes.INTEGER, ColumnOptions.primaryKey())
            .column("owner", SqlTypes.INTEGER)
            .build();
    private static final Column<Integer> ID = ITEMS.column("id", Integer.class);
    private static final Column<Integer> OWNER = ITEMS.column("owner", Integer.class);

    private static Rewrite ownedBy(int owner) {
        return RestrictedTable.rewrite(table -> table.name().equals("items")
                ? table.column("owner", Integer.class).eq(owner)
                : null);
    }

    private static Rewrite below(int id) {
        return RestrictedTable.rewrite(
                table -> table.column("id", Integer.class).lt(id));
    }

    private static void fill(Connection connection) {
        MetaData.of(ITEMS).createAll(connection);
        for (int id = 1; id <= 6; id++) {
            connection.execute(Sql.insert(ITEMS).set(ID, id).set(OWNER, id % 2));
        }
    }

    @DatabaseTest
    void valuesAreBoundAtEachPlace(Engine engine) {
        Table other = ITEMS.as("other");
        Column<Integer> otherId = other.column("id", Integer.class);
        try (Connection connection = engine.connect()) {
            fill(connection);
            Select<Row2<Integer, Long>> query = select(
                            ID,
                            select(count()).from(other).where(otherId.gt(ID)).asScalar())
                    .from(ITEMS)
                    .where(ID.ge(2))
                    .orderBy(ID);
            assertThat(connection.execute(ownedBy(0).apply(query)).all())
                    .extracting(row -> row.v1() + ":" + row.v2())
                    .containsExactly("2:2", "4:1", "6:0");
            assertThat(connection
                            .execute(below(5).apply(ownedBy(1).apply(query)))
                            .all())
                    .extracting(row -> row.v1() + ":" + row.v2())
                    .containsExactly("3:0");
            assertThat(connection
                            .execute(ownedBy(1).apply(update(ITEMS).set(OWNER, 1)))
                            .rowCount())
                    .isEqualTo(3);
            assertThat(connection
                            .execute(below(3).apply(delete(ITEMS).where(ID.ne(1))))
                            .rowCount())
                    .isEqualTo(1);
        }
    }

    @DatabaseTest("sqlite-memory")
    void theKeyKnowsThatAndHowATableIsRestrictedButNoValue(Engine engine) {
        Select<Integer> query = select(ID).from(ITEMS);
        StatementKey plain = StatementKey.walk(query).key();
        StatementKey one = StatementKey.walk(ownedBy(1).apply(query)).key();
        StatementKey two = StatementKey.walk(ownedBy(2).apply(query)).key();
        assertThat(one).isEqualTo(two).isNotEqualTo(plain);
        assertThat(StatementKey.walk(below(1).apply(query)).key()).isNotEqualTo(one);
        assertThat(StatementKey.walk(ownedBy(1).apply(query)).values()).containsExactly(1);
        assertThat(engine.toString()).isNotEmpty();
    }

    @DatabaseTest("sqlite-memory")
    void aTableWithoutConditionStaysItself(Engine engine) {
        Select<Integer> query = select(ID).from(ITEMS);
        assertThat(RestrictedTable.rewrite(table -> null).apply(query)).isSameAs(query);
        assertThatThrownBy(() -> RestrictedTable.rewrite(null)).isInstanceOf(NullPointerException.class);
        assertThat(engine.toString()).isNotEmpty();
    }

    @DatabaseTest({"postgresql", "h2"})
    void aRestrictedSideOfAFullJoinIsRefused(Engine engine) {
        Table other = ITEMS.as("other");
        try (Connection connection = engine.connect()) {
            fill(connection);
            assertThatThrownBy(() -> connection.execute(ownedBy(1)
                            .apply(select(ID)
                                    .from(ITEMS)
                                    .fullJoin(
                                            other,
                                            other.column("id", Integer.class).eq(ID)))))
                    .hasMessageContaining("ALK-2028");
        }
    }
}
