package org.alkahest.random;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.alkahest.engine.Engine;
import org.alkahest.schema.Column;
import org.alkahest.schema.ColumnOptions;
import org.alkahest.schema.MetaData;
import org.alkahest.schema.Table;
import org.alkahest.sql.Insert;
import org.alkahest.sql.Sql;
import org.alkahest.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * The tables that the statements use, and their few rows: NULLs, negative numbers, empty texts, duplicates, a tree of people
 * and a table without rows. Two names have to be quoted.
 */
public final class Fixture {
    static final People PEOPLE = new People(null);
    static final Orders ORDERS = new Orders(null);
    static final Tags TAGS = new Tags(null);
    static final Gaps GAPS = new Gaps(null);
    static final Nothing NOTHING = new Nothing(null);

    /** The simplest first. */
    static final List<Function<String, Source>> SOURCES = List.of(
            alias -> new People(alias).source(),
            alias -> new Orders(alias).source(),
            alias -> new Tags(alias).source(),
            alias -> new Gaps(alias).source(),
            alias -> new Nothing(alias).source());

    private Fixture() {}

    /** The tables, for createAll. */
    public static MetaData metaData() {
        return MetaData.of(PEOPLE, ORDERS, TAGS, GAPS, NOTHING);
    }

    /** Every table, for looking at what a change has done. */
    public static List<Table> tables() {
        return List.of(PEOPLE, ORDERS, TAGS, GAPS, NOTHING);
    }

    /** Creates the tables and inserts the rows. */
    public static void create(Engine engine) {
        metaData().createAll(engine);
        engine.begin(connection -> rows().forEach(connection::execute));
    }

    private static List<Insert> rows() {
        List<Insert> rows = new ArrayList<>();
        rows.add(person(1, "abc", 9, "2.50", true, "2000-01-31", null));
        rows.add(person(2, "ab", -3, "-0.25", false, "2000-02-29", 1));
        rows.add(person(3, null, 0, null, null, null, 1));
        rows.add(person(4, "", null, "0.00", true, "1999-12-31", 2));
        rows.add(person(5, "ab", 9, "2.50", null, "2000-02-29", 4));
        rows.add(person(6, "xyz", -3, "-7.75", false, null, null));
        rows.add(order(1, 1, "x", 3, "9.75", "2000-01-31", true));
        rows.add(order(2, 1, "abc", -2, "0.25", "2000-02-01", false));
        rows.add(order(3, 2, null, 0, null, null, true));
        rows.add(order(4, 4, "", 7, "-1.50", "1999-12-31", false));
        rows.add(order(5, null, "x", 3, "9.75", "2000-03-01", true));
        rows.add(tag(1, "a"));
        rows.add(tag(1, "a"));
        rows.add(tag(2, "ba"));
        rows.add(tag(null, "a"));
        rows.add(tag(6, null));
        rows.add(gap(null, null, null));
        rows.add(gap(4, null, false));
        rows.add(gap(null, "1.25", null));
        rows.add(gap(-8, "-3.00", true));
        return rows;
    }

    private static Insert person(
            int id,
            @Nullable String name,
            @Nullable Integer age,
            @Nullable String rating,
            @Nullable Boolean active,
            @Nullable String born,
            @Nullable Integer boss) {
        return Sql.insert(PEOPLE)
                .set(PEOPLE.id, id)
                .setNullable(PEOPLE.name, name)
                .setNullable(PEOPLE.age, age)
                .setNullable(PEOPLE.rating, decimal(rating))
                .setNullable(PEOPLE.active, active)
                .setNullable(PEOPLE.born, date(born))
                .setNullable(PEOPLE.bossId, boss);
    }

    private static Insert order(
            int id,
            @Nullable Integer person,
            @Nullable String item,
            int quantity,
            @Nullable String price,
            @Nullable String placed,
            boolean paid) {
        return Sql.insert(ORDERS)
                .set(ORDERS.id, id)
                .setNullable(ORDERS.personId, person)
                .setNullable(ORDERS.item, item)
                .set(ORDERS.quantity, quantity)
                .setNullable(ORDERS.price, decimal(price))
                .setNullable(ORDERS.placed, date(placed))
                .set(ORDERS.paid, paid);
    }

    private static Insert tag(@Nullable Integer person, @Nullable String word) {
        return Sql.insert(TAGS).setNullable(TAGS.personId, person).setNullable(TAGS.word, word);
    }

    private static Insert gap(@Nullable Integer number, @Nullable String amount, @Nullable Boolean flag) {
        return Sql.insert(GAPS)
                .setNullable(GAPS.number, number)
                .setNullable(GAPS.amount, decimal(amount))
                .setNullable(GAPS.flag, flag);
    }

    private static @Nullable BigDecimal decimal(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    private static <T> Term<T> term(Kind<T> kind, Column<T> column) {
        return new Term<>(kind, column, Values.LARGEST_DECIMAL);
    }

    /** People, who have bosses. */
    static final class People extends Table {
        final Column<Integer> id = column("id", SqlTypes.INTEGER, ColumnOptions.primaryKey());
        final Column<String> name = column("name", SqlTypes.varchar(20));
        final Column<Integer> age = column("age", SqlTypes.INTEGER);
        final Column<BigDecimal> rating = column("rating", SqlTypes.decimal(8, 2));
        final Column<Boolean> active = column("active", SqlTypes.BOOLEAN);
        final Column<LocalDate> born = column("born", SqlTypes.DATE);
        final Column<Integer> bossId = column("boss_id", SqlTypes.INTEGER);

        People(@Nullable String alias) {
            super(null, "people", alias);
        }

        @Override
        public People as(String alias) {
            return new People(alias);
        }

        Source source() {
            return new Source(
                    this,
                    List.of(
                            term(Kind.INTEGER, id),
                            term(Kind.TEXT, name),
                            term(Kind.INTEGER, age),
                            term(Kind.DECIMAL, rating),
                            term(Kind.BOOLEAN, active),
                            term(Kind.DATE, born),
                            term(Kind.INTEGER, bossId)));
        }
    }

    /** What people have ordered. */
    static final class Orders extends Table {
        final Column<Integer> id = column("id", SqlTypes.INTEGER, ColumnOptions.primaryKey());
        final Column<Integer> personId = column("person_id", SqlTypes.INTEGER);
        final Column<String> item = column("item", SqlTypes.varchar(20));
        final Column<Integer> quantity = column("quantity", SqlTypes.INTEGER, ColumnOptions.notNull());
        final Column<BigDecimal> price = column("price", SqlTypes.decimal(8, 2));
        final Column<LocalDate> placed = column("placed", SqlTypes.DATE);
        final Column<Boolean> paid = column("paid", SqlTypes.BOOLEAN, ColumnOptions.notNull());

        Orders(@Nullable String alias) {
            super(null, "order", alias);
        }

        @Override
        public Orders as(String alias) {
            return new Orders(alias);
        }

        Source source() {
            return new Source(
                    this,
                    List.of(
                            term(Kind.INTEGER, id),
                            term(Kind.INTEGER, personId),
                            term(Kind.TEXT, item),
                            term(Kind.INTEGER, quantity),
                            term(Kind.DECIMAL, price),
                            term(Kind.DATE, placed),
                            term(Kind.BOOLEAN, paid)));
        }
    }

    /** Words of people, some of them twice: there is no key. */
    static final class Tags extends Table {
        final Column<Integer> personId = column("person_id", SqlTypes.INTEGER);
        final Column<String> word = column("group", SqlTypes.varchar(20));

        Tags(@Nullable String alias) {
            super(null, "tags", alias);
        }

        @Override
        public Tags as(String alias) {
            return new Tags(alias);
        }

        Source source() {
            return new Source(this, List.of(term(Kind.INTEGER, personId), term(Kind.TEXT, word)));
        }
    }

    /** Mostly NULL. */
    static final class Gaps extends Table {
        final Column<Integer> number = column("number_", SqlTypes.INTEGER);
        final Column<BigDecimal> amount = column("amount", SqlTypes.decimal(8, 2));
        final Column<Boolean> flag = column("flag", SqlTypes.BOOLEAN);

        Gaps(@Nullable String alias) {
            super(null, "gaps", alias);
        }

        @Override
        public Gaps as(String alias) {
            return new Gaps(alias);
        }

        Source source() {
            return new Source(
                    this, List.of(term(Kind.INTEGER, number), term(Kind.DECIMAL, amount), term(Kind.BOOLEAN, flag)));
        }
    }

    /** Without a row. */
    static final class Nothing extends Table {
        final Column<Integer> id = column("id", SqlTypes.INTEGER, ColumnOptions.primaryKey());
        final Column<String> label = column("label", SqlTypes.varchar(20));
        final Column<BigDecimal> amount = column("amount", SqlTypes.decimal(8, 2));
        final Column<Boolean> flag = column("flag", SqlTypes.BOOLEAN);
        final Column<LocalDate> day = column("day_", SqlTypes.DATE);

        Nothing(@Nullable String alias) {
            super(null, "nothing", alias);
        }

        @Override
        public Nothing as(String alias) {
            return new Nothing(alias);
        }

        Source source() {
            return new Source(
                    this,
                    List.of(
                            term(Kind.INTEGER, id),
                            term(Kind.TEXT, label),
                            term(Kind.DECIMAL, amount),
                            term(Kind.BOOLEAN, flag),
                            term(Kind.DATE, day)));
        }
    }
}
