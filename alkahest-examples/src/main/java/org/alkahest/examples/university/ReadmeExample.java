package org.alkahest.examples.university;

import static org.alkahest.examples.university.Fee_.FEE;
import static org.alkahest.examples.university.Student_.STUDENT;
import static org.alkahest.sql.Sql.row;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.sum;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.List;
import org.alkahest.engine.Engine;
import org.alkahest.orm.Session;
import org.alkahest.schema.MetaData;

/** The example of the README, which a test compares with this file. */
final class ReadmeExample {
    private ReadmeExample() {}

    static void run(String url, PrintStream out) {
        // snippet: session
        record Total(String name, BigDecimal paid) {}

        try (Engine engine = Engine.create(url)) { // "sqlite:students.db", any JDBC URL, or a DataSource
            MetaData.of(STUDENT, FEE).createAll(engine);

            try (Session session = Session.open(engine)) {
                session.add(new Student("Ali", "Lahore").pays("25000"));
                session.add(new Student("Fatima", "Lahore").pays("20000").pays("10000"));
                session.commit(); // one flush: in the order of foreign keys, batched, keys filled in

                Student first =
                        session.query(STUDENT).orderBy(STUDENT.id).first().orElseThrow();
                first.name = "Updated Name"; // plain field, plain assignment
                session.commit(); // UPDATE of that one column

                for (Student student : session.query(STUDENT).all()) {
                    out.println(student.name + ": " + student.fees.size()); // all fees in one SELECT
                }

                List<Total> totals = session.execute(
                                select(row(STUDENT.name, sum(FEE.amount)).as(Total::new))
                                        .from(STUDENT)
                                        .join(STUDENT.fees)
                                        .where(STUDENT.city.eq("Lahore"))
                                        .groupBy(STUDENT.name)
                                        .orderBy(STUDENT.name))
                        .all();
                totals.forEach(out::println);
            }
        }
        // end
    }
}
