package org.alkahest.sql;

import static org.alkahest.sql.Sql.count;
import static org.alkahest.sql.Sql.extract;
import static org.alkahest.sql.Sql.firstValue;
import static org.alkahest.sql.Sql.insert;
import static org.alkahest.sql.Sql.lag;
import static org.alkahest.sql.Sql.partitionBy;
import static org.alkahest.sql.Sql.rank;
import static org.alkahest.sql.Sql.row;
import static org.alkahest.sql.Sql.rowNumber;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.sum;
import static org.alkahest.sql.Sql.window;
import static org.alkahest.sql.Sql.with;
import static org.alkahest.sql.Sql.withRecursive;
import static org.alkahest.sql.WindowFrame.currentRow;
import static org.alkahest.sql.WindowFrame.preceding;
import static org.alkahest.sql.WindowFrame.rows;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import org.alkahest.engine.Connection;
import org.alkahest.schema.Column;
import org.alkahest.schema.ColumnOptions;
import org.alkahest.schema.MetaData;
import org.alkahest.schema.Table;
import org.alkahest.testkit.DatabaseFixture;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.type.SqlTypes;

/** Windows, named queries and EXTRACT on every database, with results that must agree. */
final class QueryFormsTest {
    private static final Employees EMPLOYEES = new Employees(null);

    private static final class Employees extends Table {
        final Column<Integer> id = column("id", SqlTypes.INTEGER, ColumnOptions.primaryKey());
        final Column<Integer> bossId = column("boss_id", SqlTypes.INTEGER);
        final Column<String> office = column("office", SqlTypes.varchar(20));
        final Column<Integer> wage = column("wage", SqlTypes.INTEGER);
        final Column<LocalDateTime> hired = column("hired", SqlTypes.TIMESTAMP);

        Employees(String alias) {
            super(null, "employees", alias);
            foreignKey(bossId, () -> EMPLOYEES.id);
        }

        @Override
        public Employees as(String alias) {
            return new Employees(alias);
        }
    }

    private static Connection fill(DatabaseFixture database) {
        MetaData.of(EMPLOYEES).createAll(database.engine());
        Connection connection = database.engine().connect();
        add(connection, 1, null, "Lahore", 100);
        add(connection, 2, 1, "Lahore", 80);
        add(connection, 3, 1, "Karachi", 80);
        add(connection, 4, 2, "Karachi", 60);
        add(connection, 5, 4, "Karachi", 70);
        return connection;
    }

    private static void add(Connection connection, int id, Integer boss, String office, int wage) {
        Insert insert = insert(EMPLOYEES)
                .set(EMPLOYEES.id, id)
                .set(EMPLOYEES.office, office)
                .set(EMPLOYEES.wage, wage)
                .set(EMPLOYEES.hired, LocalDateTime.of(2020 + id, id, 10 + id, 8, 30, 59, 900_000_000));
        connection.execute(boss == null ? insert.setNull(EMPLOYEES.bossId) : insert.set(EMPLOYEES.bossId, boss));
    }

    @DatabaseTest
    void ranksAndNumbersRowsInPartitions(DatabaseFixture database) {
        try (Connection connection = fill(database)) {
            WindowSpecification byOffice = partitionBy(EMPLOYEES.office).orderBy(EMPLOYEES.wage.desc(), EMPLOYEES.id);
            List<Row3<Integer, Long, Integer>> rows = connection
                    .execute(select(
                                    EMPLOYEES.id,
                                    rowNumber().over(byOffice),
                                    firstValue(EMPLOYEES.id).over(byOffice))
                            .orderBy(EMPLOYEES.id))
                    .all();
            assertThat(rows)
                    .containsExactly(
                            new Row3<>(1, 1L, 1),
                            new Row3<>(2, 2L, 1),
                            new Row3<>(3, 1L, 3),
                            new Row3<>(4, 3L, 3),
                            new Row3<>(5, 2L, 3));
        }
    }

    @DatabaseTest
    void sumsOverAFrameAndLooksBack(DatabaseFixture database) {
        try (Connection connection = fill(database)) {
            WindowSpecification byId = window().orderBy(EMPLOYEES.id);
            List<Row2<Integer, Integer>> rows = connection
                    .execute(select(
                                    row(sum(EMPLOYEES.wage).over(byId.frame(rows(preceding(1), currentRow()))))
                                            .as(BigDecimal::intValueExact),
                                    lag(EMPLOYEES.wage).over(byId))
                            .orderBy(EMPLOYEES.id))
                    .all();
            assertThat(rows).extracting(Row2::v1).containsExactly(100, 180, 160, 140, 130);
            assertThat(rows).extracting(Row2::v2).containsExactly(null, 100, 80, 80, 60);
        }
    }

    record Pay(Integer wage, String office) {}

    record Person(Integer id, Pay pay, Pay bossesPay) {}

    @DatabaseTest
    void buildsValuesOfOneAnother(DatabaseFixture database) {
        try (Connection connection = fill(database)) {
            Employees boss = EMPLOYEES.as("boss");
            List<Person> people = connection
                    .execute(select(row(
                                            EMPLOYEES.id,
                                            row(EMPLOYEES.wage, EMPLOYEES.office)
                                                    .as(Pay::new),
                                            row(boss.wage, boss.office)
                                                    .as(Pay::new)
                                                    .nullWhen(boss.id))
                                    .as(Person::new))
                            .from(EMPLOYEES)
                            .leftJoin(boss, boss.id.eq(EMPLOYEES.id.minus(4)))
                            .where(EMPLOYEES.id.in(1, 5))
                            .orderBy(EMPLOYEES.id))
                    .all();
            assertThat(people).extracting(Person::id).containsExactly(1, 5);
            assertThat(people.get(0).bossesPay()).isNull();
            assertThat(people.get(1).bossesPay()).isEqualTo(people.get(0).pay());
            assertThat(people.get(0).pay().wage()).isEqualTo(100);
        }
    }

    @DatabaseTest
    void usesANamedWindowTwice(DatabaseFixture database) {
        try (Connection connection = fill(database)) {
            WindowSpecification byWage = window().orderBy(EMPLOYEES.wage.desc()).as("by_wage");
            assertThat(connection
                            .execute(select(row(rank().over(byWage), count().over(byWage))
                                            .as((r, c) -> r + "/" + c))
                                    .from(EMPLOYEES)
                                    .orderBy(rank().over(byWage), EMPLOYEES.id))
                            .all())
                    .containsExactly("1/1", "2/3", "2/3", "4/4", "5/5");
        }
    }

    @DatabaseTest
    void readsANamedQueryTwice(DatabaseFixture database) {
        try (Connection connection = fill(database)) {
            CommonTableExpression wages = with(
                    "wages",
                    select(EMPLOYEES.office, sum(EMPLOYEES.wage).as("total"))
                            .where(EMPLOYEES.id.ge(1))
                            .groupBy(EMPLOYEES.office));
            CommonTableExpression other = wages.as("other");
            Expression<BigDecimal> total = wages.column("total", SqlTypes.DECIMAL);
            assertThat(connection
                            .execute(select(wages.column(EMPLOYEES.office))
                                    .from(wages)
                                    .join(
                                            other,
                                            other.column("total", SqlTypes.DECIMAL)
                                                    .lt(total)))
                            .all())
                    .containsExactly("Karachi");
        }
    }

    @DatabaseTest
    void walksATree(DatabaseFixture database) {
        try (Connection connection = fill(database)) {
            CommonTableExpression under = withRecursive(
                    "under_two",
                    select(EMPLOYEES.id).from(EMPLOYEES).where(EMPLOYEES.id.eq(2)),
                    self -> select(EMPLOYEES.id)
                            .from(EMPLOYEES)
                            .join(self, self.column(EMPLOYEES.id).eq(EMPLOYEES.bossId)));
            Column<Integer> id = EMPLOYEES.id;
            assertThat(connection
                            .execute(select(under.column(id)).orderBy(under.column(id)))
                            .all())
                    .containsExactly(2, 4, 5);
        }
    }

    @DatabaseTest
    void extractsWholeParts(DatabaseFixture database) {
        try (Connection connection = fill(database)) {
            Expression<LocalDateTime> hired = EMPLOYEES.hired;
            assertThat(connection
                            .execute(select(
                                            extract(Extract.Field.YEAR, hired),
                                            extract(Extract.Field.MONTH, hired),
                                            extract(Extract.Field.DAY, hired),
                                            extract(Extract.Field.HOUR, hired),
                                            extract(Extract.Field.MINUTE, hired),
                                            extract(Extract.Field.SECOND, hired))
                                    .where(EMPLOYEES.id.eq(3)))
                            .one())
                    .isEqualTo(new Row6<>(2023, 3, 13, 8, 30, 59));
        }
    }

    @DatabaseTest
    void rowsHaveTheTypesOfUpToEightColumns(DatabaseFixture database) {
        Column<Integer> id = EMPLOYEES.id;
        Column<Integer> boss = EMPLOYEES.bossId;
        Column<String> office = EMPLOYEES.office;
        Column<Integer> wage = EMPLOYEES.wage;
        Expression<String> inOffice = office.concat("!");
        Expression<Integer> more = wage.plus(5);
        Expression<Integer> year = extract(Extract.Field.YEAR, EMPLOYEES.hired);
        try (Connection connection = fill(database)) {
            Expression<Boolean> first = id.eq(1);
            Row4<Integer, Integer, String, Integer> four = connection
                    .execute(select(id, boss, office, wage).where(first))
                    .one();
            assertThat(four).isEqualTo(new Row4<>(1, null, "Lahore", 100));
            Row5<Integer, Integer, String, Integer, String> five = connection
                    .execute(select(id, boss, office, wage, inOffice).where(first))
                    .one();
            assertThat(five).isEqualTo(new Row5<>(1, null, "Lahore", 100, "Lahore!"));
            Row7<Integer, Integer, String, Integer, String, Integer, Integer> seven = connection
                    .execute(
                            select(id, boss, office, wage, inOffice, more, year).where(first))
                    .one();
            assertThat(seven).isEqualTo(new Row7<>(1, null, "Lahore", 100, "Lahore!", 105, 2021));
            Row8<Integer, Integer, String, Integer, String, Integer, Integer, String> eight = connection
                    .execute(select(id, boss, office, wage, inOffice, more, year, office)
                            .where(first))
                    .one();
            assertThat(eight).isEqualTo(new Row8<>(1, null, "Lahore", 100, "Lahore!", 105, 2021, "Lahore"));
            int wageOfEight = eight.v4();
            assertThat(wageOfEight).isEqualTo(100);
        }
    }

    /** Not what the same statement found with another limit: H2 keeps results, and looks at few parameters. */
    @DatabaseTest
    void executesTermsOfUnionsAgain(DatabaseFixture database) {
        try (Connection connection = fill(database)) {
            for (int limit = 1; limit <= 3; limit++) {
                CommonTableExpression named =
                        with("named", select(Sql.value(limit).as("n")).from(EMPLOYEES));
                assertThat(connection
                                .execute(select(EMPLOYEES.id)
                                        .from(EMPLOYEES)
                                        .orderBy(EMPLOYEES.id)
                                        .limit(limit)
                                        .unionAll(select(named.column("n", SqlTypes.INTEGER))
                                                .from(named)))
                                .all())
                        .as("limit %s", limit)
                        .hasSize(limit + 5)
                        .endsWith(limit, limit, limit, limit, limit);
            }
        }
    }

    /** The sum of integers is an integer in some databases, and parameters take the type of what is beside them. */
    @DatabaseTest
    void computesWithoutCutting(DatabaseFixture database) {
        Expression<BigDecimal> quotient = sum(EMPLOYEES.wage).dividedBy(sum(EMPLOYEES.id));
        Expression<BigDecimal> product =
                Sql.max(Sql.value(new BigDecimal("2.5")).times(EMPLOYEES.id)).times(new BigDecimal("1.25"));
        Expression<Integer> half = Sql.max(
                Sql.sign(Sql.value(new BigDecimal("7.5")).plus(EMPLOYEES.id)).dividedBy(2));
        try (Connection connection = fill(database)) {
            Row3<BigDecimal, BigDecimal, Integer> row = connection
                    .execute(select(quotient, product, half).from(EMPLOYEES))
                    .one();
            assertThat(row.v1()).isEqualByComparingTo("26");
            assertThat(row.v2()).isEqualByComparingTo("15.625");
            assertThat(row.v3()).isZero();
            assertThat(connection
                            .execute(select(sum(EMPLOYEES.id)
                                            .dividedBy(sum(EMPLOYEES.wage))
                                            .times(new BigDecimal("26")))
                                    .from(EMPLOYEES))
                            .one())
                    .isBetween(new BigDecimal("0.99"), new BigDecimal("1.01"));
        }
    }
}
