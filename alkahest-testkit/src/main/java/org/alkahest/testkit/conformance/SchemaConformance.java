package org.alkahest.testkit.conformance;

import static org.alkahest.sql.Sql.insert;
import static org.alkahest.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.alkahest.engine.Engine;
import org.alkahest.engine.Inspection;
import org.alkahest.reflect.Lookup;
import org.alkahest.reflect.ReflectedColumn;
import org.alkahest.reflect.ReflectedKey;
import org.alkahest.reflect.ReflectedTable;
import org.alkahest.schema.Column;
import org.alkahest.schema.ColumnOptions;
import org.alkahest.schema.MetaData;
import org.alkahest.schema.Table;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.type.ExtensionPoint;
import org.alkahest.type.SqlTypes;

/** Tables are created, found, described and dropped, whatever their names. JUnit makes the subclass. */
@ExtensionPoint("a dialect's own repository extends it by an empty class")
public abstract class SchemaConformance {
    protected SchemaConformance() {}

    /** Creating what is there and dropping what is not does nothing. */
    @DatabaseTest
    public void tablesAreCreatedFoundAndDropped(Engine engine) {
        MetaData both = MetaData.of(Shelf.TITLES, Shelf.WRITERS);
        both.createAll(engine);
        both.createAll(engine);
        engine.begin(connection -> {
            Inspection found = connection.inspect();
            assertThat(found.tableNames()).contains("titles", "writers");
            assertThat(found.hasTable("titles")).isTrue();
        });
        both.dropAll(engine);
        both.dropAll(engine);
        engine.begin(connection ->
                assertThat(connection.inspect().hasTable("titles")).isFalse());
    }

    /** Reserved words, quotes, blanks, capitals and letters of other alphabets in names. */
    @DatabaseTest
    public void anyNameIsAName(Engine engine) {
        for (String name : List.of("select", "mixedCase", "with space", "quo\"te", "größe", "semi;colon")) {
            Table table = Table.named(name)
                    .column("id", SqlTypes.INTEGER, ColumnOptions.primaryKey())
                    .column("order", SqlTypes.varchar(10))
                    .build();
            MetaData.of(table).createAll(engine);
            Column<String> column = table.column("order", String.class);
            engine.begin(connection -> {
                connection.execute(
                        insert(table).set(table.column("id", Integer.class), 1).set(column, "x"));
                assertThat(connection.execute(select(column)).all()).as(name).containsExactly("x");
                assertThat(connection.inspect().hasTable(name)).as(name).isTrue();
            });
            MetaData.of(table).dropAll(engine);
        }
    }

    /** What is described can be created again and is described alike. */
    @DatabaseTest
    public void descriptionsCreateTheSameAgain(Engine engine) {
        MetaData.of(Shelf.TITLES, Shelf.WRITERS).createAll(engine);
        List<ReflectedTable> before = described(engine);
        ReflectedTable titles = before.get(0);
        assertThat(titles.columns().stream().map(ReflectedColumn::name))
                .containsExactly("id", "writer_id", "title", "price");
        assertThat(titles.columns().get(3).type().name()).isEqualTo(SqlTypes.DECIMAL.name());
        assertThat(Optional.ofNullable(titles.primaryKey()).map(ReflectedKey::columns))
                .contains(List.of("id"));
        assertThat(titles.foreignKeys().get(0).targetColumns()).containsExactly("id");
        assertThat(before.get(1).column("id").orElseThrow().identity()).isNotNull();
        assertThat(before.get(1).uniques().get(0).columns()).containsExactly("name");
        MetaData read;
        try (var connection = engine.connect()) {
            read = connection.inspect().metaData(Lookup.tables().named("titles", "writers"));
        }
        read.dropAll(engine);
        read.createAll(engine);
        assertThat(described(engine)).isEqualTo(before);
    }

    private static List<ReflectedTable> described(Engine engine) {
        try (var connection = engine.connect()) {
            return connection.inspect().describe(Lookup.tables().named("titles", "writers"));
        }
    }
}
