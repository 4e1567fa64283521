package org.alkahest.examples.university;

import static org.alkahest.examples.university.Fee_.FEE;
import static org.alkahest.examples.university.Student_.STUDENT;
import static org.alkahest.sql.Sql.row;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.sum;

import java.util.List;
import org.alkahest.engine.Engine;
import org.alkahest.examples.Story;
import org.alkahest.orm.Session;
import org.alkahest.schema.MetaData;

/** The second part: the same university, with a relationship between students and fees. */
public final class University {
    private final Engine engine;
    private final Story story;

    public University(Engine engine, Story story) {
        this.engine = engine;
        this.story = story;
    }

    public void run() {
        store();
        load();
        total();
    }

    private void store() {
        story.step("Students who have fees: one commit stores all of them, in the order of the foreign keys");
        MetaData.of(STUDENT, FEE).createAll(engine);
        try (Session session = Session.open(engine)) {
            session.add(new Student("Ali", "Lahore"));
            session.add(new Student("Ahmad", "Karachi").pays("25000"));
            session.add(new Student("Fatima", "Lahore").pays("20000").pays("10000"));
            session.commit();
        }
    }

    private void load() {
        story.step("Each student's fees, loaded when they are first used, for all students in one SELECT");
        try (Session session = Session.open(engine)) {
            for (Student student : session.query(STUDENT).orderBy(STUDENT.id).all()) {
                for (Fee fee : student.fees) {
                    story.tell(student.name + " paid PKR " + fee.amount);
                }
            }
        }
    }

    private void total() {
        story.step("A join and a sum, as a record");
        try (Session session = Session.open(engine)) {
            List<Total> totals = session.execute(
                            select(row(STUDENT.name, sum(FEE.amount)).as(Total::new))
                                    .from(STUDENT)
                                    .join(STUDENT.fees)
                                    .where(STUDENT.city.eq("Lahore"))
                                    .groupBy(STUDENT.name)
                                    .orderBy(STUDENT.name))
                    .all();
            totals.forEach(total -> story.tell(total.toString()));
        }
    }
}
