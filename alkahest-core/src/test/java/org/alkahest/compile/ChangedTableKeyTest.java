package org.alkahest.compile;

import static org.alkahest.compile.SqlAssert.SQLSERVER;
import static org.alkahest.sql.Sql.delete;
import static org.alkahest.sql.Sql.insert;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.alkahest.dialect.oracle.OracleOptions;
import org.alkahest.dialect.oracle.OracleOptions.Compression;
import org.alkahest.dialect.sqlserver.SqlServerOptions;
import org.alkahest.schema.ColumnOptions;
import org.alkahest.schema.ColumnOptions.Computed;
import org.alkahest.schema.ColumnOptions.Identity;
import org.alkahest.schema.Constraint;
import org.alkahest.schema.Index;
import org.alkahest.schema.Table;
import org.alkahest.schema.TableBuilder;
import org.alkahest.sql.Statement;
import org.alkahest.type.SqlTypes;
import org.junit.jupiter.api.Test;

/** Tables of one name are equal, yet a change of one can need other SQL than a change of the other. */
final class ChangedTableKeyTest {
    private static final Table PLAIN = table(ColumnOptions.notNull(), builder -> {});

    private static Table table(ColumnOptions id, Consumer<TableBuilder> more) {
        TableBuilder builder =
                Table.named("t").column("id", SqlTypes.INTEGER, id).column("name", SqlTypes.varchar(9));
        more.accept(builder);
        return builder.build();
    }

    private static Index index(Table table, boolean unique) {
        return new Index(null, List.of(table.column("name").asc()), unique);
    }

    private static StatementKey key(Statement statement) {
        return StatementKey.walk(statement).key();
    }

    private static List<Function<Table, Statement>> changes() {
        return List.of(
                table -> insert(table).set(table.column("id", Integer.class), 1),
                table -> insert(table)
                        .set(table.column("id", Integer.class), 1)
                        .returning(table.column("name", String.class)),
                table -> update(table).set(table.column("id", Integer.class), 1),
                table -> delete(table).returning(table.column("id", Integer.class)));
    }

    private static void assertDiffers(Table other) {
        assertThat(other).isEqualTo(PLAIN);
        for (Function<Table, Statement> change : changes()) {
            assertThat(key(change.apply(other))).isNotEqualTo(key(change.apply(PLAIN)));
        }
        assertThat(key(select(other.column("id")))).isEqualTo(key(select(PLAIN.column("id"))));
    }

    @Test
    void optionsAboutStatementsAreStructure() {
        Table triggers = table(ColumnOptions.notNull(), builder -> builder.option(SqlServerOptions.triggers()));
        assertDiffers(triggers);
        Function<Table, Statement> change = changes().get(1);
        assertThat(SQLSERVER.sqlCompiler().compile(change.apply(triggers)).sql())
                .isNotEqualTo(
                        SQLSERVER.sqlCompiler().compile(change.apply(PLAIN)).sql());
    }

    @Test
    void numbersAndComputedColumnsAreStructure() {
        assertDiffers(table(ColumnOptions.notNull().generated(), builder -> {}));
        assertDiffers(table(ColumnOptions.notNull().computed(new Computed("1", true)), builder -> {}));
        assertThat(key(changes().get(0).apply(table(ColumnOptions.notNull().generated(), builder -> {}))))
                .isNotEqualTo(key(changes()
                        .get(0)
                        .apply(table(ColumnOptions.notNull().generated(new Identity(true, 1, 1)), builder -> {}))));
    }

    @Test
    void uniqueKeysAreStructure() {
        assertDiffers(table(ColumnOptions.primaryKey(), builder -> {}));
        assertDiffers(table(ColumnOptions.notNull().unique(), builder -> {}));
        assertDiffers(table(
                ColumnOptions.notNull(),
                builder -> builder.constraint(t -> new Constraint.Unique(null, List.of(t.column("name"))))));
        assertDiffers(table(ColumnOptions.notNull(), builder -> builder.index(t -> index(t, true))));
    }

    @Test
    void columnsAreStructure() {
        assertDiffers(table(ColumnOptions.notNull(), builder -> builder.column("more", SqlTypes.INTEGER)));
    }

    @Test
    void whatChangesNoSqlDoesNotSplitTheCache() {
        List<Table> same = List.of(
                table(ColumnOptions.notNull(), builder -> {}),
                table(ColumnOptions.nullable().comment("c").withDefault(7), builder -> {}),
                table(ColumnOptions.notNull(), builder -> builder.option(OracleOptions.compress(Compression.BASIC))),
                table(ColumnOptions.notNull(), builder -> builder.index(t -> index(t, false))));
        for (Table table : same) {
            for (Function<Table, Statement> change : changes()) {
                assertThat(key(change.apply(table)))
                        .isEqualTo(key(change.apply(PLAIN)))
                        .hasSameHashCodeAs(key(change.apply(PLAIN)));
            }
        }
    }
}
