package org.alkahest.compile;

import static org.alkahest.compile.SqlAssert.assertSql;
import static org.alkahest.compile.SqlAssert.everywhere;
import static org.alkahest.compile.SqlAssert.on;
import static org.alkahest.sql.Sql.delete;
import static org.alkahest.sql.Sql.field;
import static org.alkahest.sql.Sql.insert;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.table;
import static org.alkahest.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.alkahest.sql.Field;
import org.alkahest.sql.LightweightTable;
import org.alkahest.sql.Rewrite;
import org.alkahest.sql.TablesUsed;
import org.alkahest.type.AlkahestArgumentException;
import org.alkahest.type.SqlTypes;
import org.junit.jupiter.api.Test;

/** Statements on tables that nobody has described. */
final class LightweightTableSqlTest {
    private static final Field<Integer> ID = field("id", SqlTypes.INTEGER);
    private static final Field<String> NAME = field("name", SqlTypes.TEXT);
    private static final LightweightTable SHIPS = table("ships", ID, NAME);

    @Test
    void selects() {
        LightweightTable s = SHIPS.in("harbour").as("s");
        assertSql(
                select(s.column(ID), SHIPS.column(NAME)).where(s.column(ID).lt(SHIPS.column(ID))),
                on("oracle", "SELECT s.id, ships.name FROM harbour.ships s, ships WHERE s.id < ships.id"),
                everywhere("SELECT s.id, ships.name FROM harbour.ships AS s, ships WHERE s.id < ships.id"));
    }

    @Test
    void changes() {
        assertSql(
                insert(SHIPS).set(SHIPS.column(ID), 1).set(SHIPS.column(NAME), "a"),
                everywhere("INSERT INTO ships (id, name) VALUES (?, ?)", 1, "a"));
        assertSql(
                update(SHIPS)
                        .set(SHIPS.column(NAME), "b")
                        .where(SHIPS.column(ID).eq(1)),
                everywhere("UPDATE ships SET name = ? WHERE ships.id = ?", "b", 1));
        assertSql(delete(SHIPS).where(SHIPS.column(ID).eq(1)), everywhere("DELETE FROM ships WHERE ships.id = ?", 1));
    }

    @Test
    void isATableToThoseWhoLookAtStatements() {
        assertThat(TablesUsed.of(select(SHIPS.column(ID))).read()).hasToString("[ships]");
        assertThat(StatementKey.isSame(
                        Rewrite.replacing(Map.of(SHIPS, SHIPS.in("old"))).apply(select(SHIPS.column(ID))),
                        select(SHIPS.in("old").column(ID))))
                .isTrue();
    }

    @Test
    void refusesAColumnThatItWasNotGiven() {
        assertThatThrownBy(() -> SHIPS.column("tons", SqlTypes.INTEGER))
                .isInstanceOfSatisfying(AlkahestArgumentException.class, e -> {
                    assertThat(e.code()).isEqualTo("ALK-1105");
                    assertThat(e).hasMessageContaining("'tons'").hasMessageContaining("[id, name]");
                });
    }
}
