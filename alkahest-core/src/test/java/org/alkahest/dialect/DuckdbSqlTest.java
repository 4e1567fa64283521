package org.alkahest.dialect;

import static org.alkahest.sql.Sql.coalesce;
import static org.alkahest.sql.Sql.count;
import static org.alkahest.sql.Sql.insert;
import static org.alkahest.sql.Sql.rank;
import static org.alkahest.sql.Sql.row;
import static org.alkahest.sql.Sql.sample;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.tuple;
import static org.alkahest.sql.Sql.window;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.alkahest.compile.UnsupportedFeatureException;
import org.alkahest.dialect.duckdb.DuckdbDialectFactory;
import org.alkahest.schema.Column;
import org.alkahest.schema.ColumnOptions;
import org.alkahest.schema.ColumnOptions.Computed;
import org.alkahest.schema.ColumnOptions.Identity;
import org.alkahest.schema.ForeignKey;
import org.alkahest.schema.MetaData;
import org.alkahest.schema.Table;
import org.alkahest.sql.Expression;
import org.alkahest.sql.Row2;
import org.alkahest.sql.Statement;
import org.alkahest.sql.TableSample;
import org.alkahest.sql.WindowSpecification;
import org.alkahest.type.SqlTypes;
import org.junit.jupiter.api.Test;

/** What DuckDB writes otherwise than the standard does; all of it runs in alkahest-tests. */
final class DuckdbSqlTest {
    private static final Dialect DUCKDB = new DuckdbDialectFactory().create(new DatabaseVersion("DuckDB", 2, 0));

    private static final Table ITEMS = Table.named("items")
            .column("id", SqlTypes.INTEGER, ColumnOptions.primaryKey().generated())
            .column("shelf", SqlTypes.TEXT)
            .column("price", SqlTypes.decimal(10, 2))
            .column("since", SqlTypes.DATE)
            .build();

    private static final Column<Integer> ID = ITEMS.column("id", Integer.class);
    private static final Column<String> SHELF = ITEMS.column("shelf", String.class);
    private static final Column<BigDecimal> PRICE = ITEMS.column("price", BigDecimal.class);
    private static final Column<LocalDate> SINCE = ITEMS.column("since", LocalDate.class);

    private static String sql(Statement statement) {
        return DUCKDB.sqlCompiler().compile(statement).sql();
    }

    private static List<String> create(Table... tables) {
        return create(MetaData.of(tables));
    }

    private static List<String> create(MetaData metaData) {
        return DUCKDB.ddlCompiler().create(metaData, false, table -> false);
    }

    @Test
    void dividesIntegersByAnOperatorOfTheirOwn() {
        assertThat(sql(select(ID.dividedBy(2)))).isEqualTo("SELECT items.id // ? FROM items");
        assertThat(sql(select(ID.dividedBy(ID.plus(1))))).isEqualTo("SELECT items.id // (items.id + ?) FROM items");
        assertThat(sql(select(PRICE.dividedBy(BigDecimal.TWO)))).isEqualTo("SELECT items.price / ? FROM items");
    }

    @Test
    void groupsByThePositionOfAnExpressionWithParameters() {
        Expression<String> shelf = coalesce(SHELF, "none");
        assertThat(sql(select(shelf, count()).groupBy(shelf)))
                .isEqualTo("SELECT coalesce(items.shelf, ?), count(*) FROM items GROUP BY 1");
    }

    @Test
    void repeatsAWindowThatHasAName() {
        WindowSpecification byPrice = window().orderBy(PRICE.asc()).as("by_price");
        assertThat(sql(select(row(rank().over(byPrice), count().over(byPrice)).as((r, c) -> r + c))
                        .from(ITEMS)
                        .orderBy(rank().over(byPrice).asc())))
                .isEqualTo("SELECT rank() OVER (ORDER BY items.price), count(*) OVER (ORDER BY items.price) FROM items"
                        + " ORDER BY rank() OVER (ORDER BY items.price)");
    }

    @Test
    void comparesRowValuesByTheirParts() {
        assertThat(sql(select(ID).where(tuple(ID, SHELF).gt(new Row2<>(1, "a")))))
                .isEqualTo("SELECT items.id FROM items WHERE (items.id > ? OR items.id = ? AND items.shelf > ?)");
        assertThat(sql(select(ID).where(tuple(ID, SHELF).in(List.of(new Row2<>(1, "a"))))))
                .isEqualTo("SELECT items.id FROM items WHERE (items.id = ? AND items.shelf = ?)");
    }

    @Test
    void samplesByPercent() {
        assertThat(sql(select(ID).from(sample(ITEMS, TableSample.Method.BERNOULLI, 50))))
                .startsWith("SELECT items.id FROM items TABLESAMPLE BERNOULLI (50")
                .endsWith(" PERCENT)");
    }

    @Test
    void sendsDatesAsTheBeginningOfTheirDay() {
        assertThat(sql(select(ID).where(SINCE.lt(LocalDate.EPOCH))))
                .isEqualTo("SELECT items.id FROM items WHERE items.since < CAST(? AS DATE)");
    }

    @Test
    void refusesLocksAndParametersInReturning() {
        assertThatThrownBy(() -> sql(select(ID).forUpdate()))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessageContainingAll("duckdb 2.0", "FOR UPDATE", "ALK-1210");
        assertThat(sql(insert(ITEMS).set(SHELF, "a").returning(ID)))
                .isEqualTo("INSERT INTO items (shelf) VALUES (?) RETURNING id");
        assertThatThrownBy(() -> sql(insert(ITEMS).set(SHELF, "a").returning(SHELF.concat("!"))))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessageContainingAll("duckdb 2.0", "parameters in RETURNING", "compute in Java");
    }

    @Test
    void numbersRowsByASequence() {
        assertThat(create(ITEMS)).containsExactly("CREATE SEQUENCE items_id_seq START WITH 1 INCREMENT BY 1", """
            CREATE TABLE items (
                id INTEGER DEFAULT nextval('items_id_seq') NOT NULL,
                shelf VARCHAR,
                price DECIMAL(10, 2),
                since DATE,
                CONSTRAINT pk_items PRIMARY KEY (id)
            )\
            """);
        assertThat(DUCKDB.ddlCompiler().drop(MetaData.of(ITEMS), false, table -> true))
                .containsExactly("DROP TABLE items", "DROP SEQUENCE IF EXISTS items_id_seq");
    }

    @Test
    void namesTheSequenceInATextThatHoldsAnIdentifier() {
        Table odd = Table.named("my schema", "it's")
                .column("id", SqlTypes.BIGINT, ColumnOptions.primaryKey().generated(new Identity(false, 100, 10)))
                .build();
        assertThat(create(odd))
                .first()
                .isEqualTo("CREATE SEQUENCE \"my schema\".\"it's_id_seq\" START WITH 100 INCREMENT BY 10");
        assertThat(create(odd).get(1)).contains("DEFAULT nextval('\"my schema\".\"it''s_id_seq\"')");
    }

    @Test
    void refusesWhatItsColumnsCannotDo() {
        Table always = Table.named("t")
                .column("id", SqlTypes.INTEGER, ColumnOptions.primaryKey().generated(new Identity(true, 1, 1)))
                .build();
        assertThatThrownBy(() -> create(always))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessageContaining("refuses explicit values");
        Table stored = Table.named("t")
                .column("a", SqlTypes.INTEGER, ColumnOptions.nullable().computed(new Computed("1 + 1", true)))
                .build();
        assertThatThrownBy(() -> create(stored))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessageContaining("stored computed column");
    }

    @Test
    void refusesForeignKeysThatItDoesNotHave() {
        Table cascading = Table.named("parts")
                .column("item", SqlTypes.INTEGER)
                .foreignKey(List.of("item"), () -> List.of(ID), ForeignKey.Action.CASCADE, ForeignKey.Action.NO_ACTION)
                .build();
        assertThatThrownBy(() -> create(ITEMS, cascading))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessageContainingAll("ON DELETE", "withoutForeignKeys()");
        assertThat(create(MetaData.of(ITEMS, cascading).withoutForeignKeys()))
                .hasSize(3)
                .noneMatch(sql -> sql.contains("REFERENCES"));

        Table[] circle = new Table[2];
        circle[0] = node("egg", () -> circle[1].column("id"));
        circle[1] = node("hen", () -> circle[0].column("id"));
        assertThatThrownBy(() -> create(circle))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessageContainingAll("circle", "withoutForeignKeys()");
        assertThat(create(MetaData.of(circle).withoutForeignKeys())).hasSize(2);

        Table[] tree = new Table[1];
        tree[0] = node("tree", () -> tree[0].column("id"));
        assertThat(create(tree)).hasSize(1).first().asString().contains("REFERENCES tree (id)");
    }

    private static Table node(String name, java.util.function.Supplier<Column<?>> target) {
        return Table.named(name)
                .column("id", SqlTypes.INTEGER, ColumnOptions.primaryKey())
                .column("other", SqlTypes.INTEGER)
                .foreignKey("other", target)
                .build();
    }
}
