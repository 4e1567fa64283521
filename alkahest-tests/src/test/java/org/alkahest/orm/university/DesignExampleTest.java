package org.alkahest.orm.university;

import static org.alkahest.orm.university.Course_.COURSE;
import static org.alkahest.orm.university.Fee_.FEE;
import static org.alkahest.orm.university.Room_.ROOM;
import static org.alkahest.orm.university.Student_.STUDENT;
import static org.alkahest.sql.Sql.row;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.sum;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.alkahest.orm.Session;
import org.alkahest.orm.domain.TestTables;
import org.alkahest.testkit.DatabaseFixture;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.testkit.RecordedStatement;

/** The first page of the design, as a user types it. */
final class DesignExampleTest {
    record Total(String name, BigDecimal paid) {}

    @DatabaseTest
    void storesChangesAndSums(DatabaseFixture database) {
        TestTables.create(database.engine(), List.of(STUDENT, FEE, COURSE, ROOM));
        try (Session session = Session.open(database.engine())) {
            Student ali = new Student("Ali", "Lahore");
            ali.fees.add(new Fee(ali, "25000"));
            ali.fees.add(new Fee(ali, "500.50"));
            session.add(ali);
            session.addAll(List.of(new Student("Ahmad", "Karachi"), new Student("Fatima", "Lahore")));
            session.commit();

            assertThat(session.query(STUDENT).orderBy(STUDENT.id).all())
                    .extracting(s -> s.name)
                    .containsExactly("Ali", "Ahmad", "Fatima");

            Student first = session.query(STUDENT).orderBy(STUDENT.id).first().orElseThrow();
            first.name = "Updated Name";
            database.recorder().clear();
            session.commit();
            assertThat(database.recorder().writes())
                    .extracting(RecordedStatement::sql)
                    .containsExactly("UPDATE students SET name = ? WHERE students.id = ?");

            List<Total> totals = session.execute(
                            select(row(STUDENT.name, sum(FEE.amount)).as(Total::new))
                                    .from(STUDENT)
                                    .join(STUDENT.fees)
                                    .where(STUDENT.city.eq("Lahore"))
                                    .groupBy(STUDENT.name)
                                    .orderBy(STUDENT.name))
                    .all();
            assertThat(totals).containsExactly(new Total("Updated Name", new BigDecimal("25500.50")));
        }
    }
}
