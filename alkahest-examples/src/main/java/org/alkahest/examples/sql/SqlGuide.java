package org.alkahest.examples.sql;

import static org.alkahest.examples.sql.Shop.CUSTOMERS;
import static org.alkahest.examples.sql.Shop.ORDERS;
import static org.alkahest.sql.Sql.count;
import static org.alkahest.sql.Sql.excluded;
import static org.alkahest.sql.Sql.insert;
import static org.alkahest.sql.Sql.max;
import static org.alkahest.sql.Sql.multiset;
import static org.alkahest.sql.Sql.partitionBy;
import static org.alkahest.sql.Sql.rank;
import static org.alkahest.sql.Sql.row;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.sum;
import static org.alkahest.sql.Sql.text;
import static org.alkahest.sql.Sql.update;
import static org.alkahest.sql.Sql.with;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.alkahest.dialect.Dialects;
import org.alkahest.engine.Connection;
import org.alkahest.engine.Engine;
import org.alkahest.engine.Inspection;
import org.alkahest.reflect.ReflectedForeignKey;
import org.alkahest.reflect.ReflectedTable;
import org.alkahest.schema.Column;
import org.alkahest.schema.MetaData;
import org.alkahest.schema.Table;
import org.alkahest.sql.CommonTableExpression;
import org.alkahest.sql.Insert;
import org.alkahest.sql.Row2;
import org.alkahest.sql.Select;
import org.alkahest.sql.Statement;
import org.alkahest.sql.Update;

/** The examples of docs/sql.md, which tests compare with this file, print and run. */
final class SqlGuide {
    private SqlGuide() {}

    // snippet: records
    record Line(LocalDate placed, BigDecimal total) {}

    record Account(String name, List<Line> orders) {}

    record Paid(String name, BigDecimal total) {}
    // end

    static Select<Row2<String, BigDecimal>> joined() {
        // snippet: join
        Select<Row2<String, BigDecimal>> big = select(CUSTOMERS.name, ORDERS.total)
                .from(CUSTOMERS)
                .join(ORDERS) // ON from the foreign key
                .where(ORDERS.total.gt(new BigDecimal("100.00")))
                .where(CUSTOMERS.city.in("Lahore", "Karachi"))
                .orderBy(ORDERS.total.desc(), ORDERS.id)
                .limit(10);
        // end
        return big;
    }

    static Select<Integer> implicit() {
        // snippet: implicit
        Select<Integer> inLahore =
                select(ORDERS.id).where(ORDERS.customer().city.eq("Lahore"));
        // end
        return inLahore;
    }

    static Select<Paid> grouped() {
        // snippet: group
        Select<Paid> paid = select(row(CUSTOMERS.name, sum(ORDERS.total)).as(Paid::new))
                .from(CUSTOMERS)
                .leftJoin(ORDERS)
                .groupBy(CUSTOMERS.id, CUSTOMERS.name)
                .having(count(ORDERS.id).gt(2L))
                .orderBy(CUSTOMERS.name);
        // end
        return paid;
    }

    static Select<Account> nested() {
        // snippet: multiset
        Select<Account> accounts = select(row(
                                CUSTOMERS.name,
                                multiset(select(row(ORDERS.placed, ORDERS.total).as(Line::new))
                                        .where(ORDERS.customerId.eq(CUSTOMERS.id))
                                        .orderBy(ORDERS.placed)))
                        .as(Account::new))
                .from(CUSTOMERS)
                .orderBy(CUSTOMERS.id);
        // end
        return accounts;
    }

    static Select<Integer> windowed() {
        // snippet: window
        CommonTableExpression ranked = with(
                "ranked",
                select(
                        ORDERS.id,
                        rank().over(partitionBy(ORDERS.customerId).orderBy(ORDERS.total.desc()))
                                .as("place")));
        Select<Integer> best = select(ranked.column(ORDERS.id))
                .where(ranked.column("place", rank().type()).eq(1L));
        // end
        return best;
    }

    static Select<Row2<Integer, LocalDate>> paged() {
        // snippet: seek
        Select<Row2<Integer, LocalDate>> page = select(ORDERS.id, ORDERS.placed)
                .orderBy(ORDERS.placed.desc(), ORDERS.id)
                .seekAfter(LocalDate.of(2026, 1, 31), 4711) // the last row of the page before
                .limit(20);
        // end
        return page;
    }

    static Insert upserted() {
        // snippet: upsert
        Insert upsert = insert(CUSTOMERS)
                .set(CUSTOMERS.id, 1)
                .set(CUSTOMERS.name, "Ali")
                .set(CUSTOMERS.city, "Lahore")
                .onConflict(CUSTOMERS.id)
                .doUpdate(u -> u.setTo(CUSTOMERS.city, excluded(CUSTOMERS.city)));
        // end
        return upsert;
    }

    static Update updated() {
        // snippet: update
        Update discount = update(ORDERS)
                .setTo(ORDERS.total, ORDERS.total.times(new BigDecimal("0.9")))
                .where(ORDERS.customer().city.eq("Karachi"));
        // end
        return discount;
    }

    /** All of them by the names of their snippets. */
    static Map<String, Statement> statements() {
        Map<String, Statement> all = new LinkedHashMap<>();
        all.put("join", joined());
        all.put("implicit", implicit());
        all.put("group", grouped());
        all.put("multiset", nested());
        all.put("window", windowed());
        all.put("seek", paged());
        all.put("upsert", upserted());
        all.put("update", updated());
        return all;
    }

    static void run(String url, PrintStream out) {
        // snippet: run
        try (Engine engine = Engine.create(url)) {
            MetaData.of(CUSTOMERS, ORDERS).createAll(engine);

            engine.begin(
                    connection -> { // one transaction, committed at the end
                        connection.execute(
                                insert(CUSTOMERS).set(CUSTOMERS.name, "Ali").set(CUSTOMERS.city, "Lahore"));
                        connection.execute(insert(ORDERS)
                                .set(ORDERS.customerId, 1)
                                .set(ORDERS.placed, LocalDate.of(2026, 1, 5))
                                .set(ORDERS.total, new BigDecimal("120.50")));
                    });

            try (Connection connection = engine.connect()) {
                for (Row2<String, BigDecimal> row : connection.execute(joined()).all()) {
                    out.println(row.v1() + " " + row.v2());
                }
                out.println(connection.execute(nested()).one());
                long rows = connection
                        .execute(text("SELECT count(*) FROM orders WHERE total > :least")
                                .returning(count())
                                .bind("least", 100))
                        .one();
                out.println(rows);
            }
        }
        // end

        // snippet: print
        out.println(Dialects.of("postgresql", 18).print(joined()));
        out.println(Dialects.of("sqlserver", 16).print(joined()));
        // end
    }

    static void inspect(Connection connection, PrintStream out) {
        // snippet: reflect
        Inspection found = connection.inspect();
        out.println(found.tableNames());
        ReflectedTable described = found.describe("orders"); // names, types, keys, checks, indexes, as records
        for (ReflectedForeignKey key : described.foreignKeys()) {
            out.println(key.columns() + " -> " + key.target() + " " + key.targetColumns());
        }

        Table orders = found.table("orders"); // with the tables that its foreign keys lead to
        Column<BigDecimal> total = orders.column("total", BigDecimal.class);
        out.println(connection.execute(select(max(total)).from(orders)).one());
        // end
    }
}
