package org.alkahest.examples.tutorial;

import static org.alkahest.examples.tutorial.Fee_.FEE;
import static org.alkahest.examples.tutorial.Product_.PRODUCT;
import static org.alkahest.examples.tutorial.StudentRecord_.STUDENT_RECORD;
import static org.alkahest.examples.tutorial.Student_.STUDENT;

import java.util.List;
import org.alkahest.dialect.MissingObjectException;
import org.alkahest.engine.Engine;
import org.alkahest.examples.Story;
import org.alkahest.orm.Session;
import org.alkahest.schema.MetaData;

/** The first part: four tables that do not know each other. */
public final class Tutorial {
    private final Engine engine;
    private final Story story;

    public Tutorial(Engine engine, Story story) {
        this.engine = engine;
        this.story = story;
    }

    public void run() {
        story.step("Create the tables");
        MetaData.of(STUDENT, FEE, STUDENT_RECORD, PRODUCT).createAll(engine);

        story.step("Store a student");
        try (Session session = Session.open(engine)) {
            session.add(new Student("Ali", "Lahore"));
            session.commit();
        }

        story.step("Store several fees at once, and read them back");
        try (Session session = Session.open(engine)) {
            session.addAll(List.of(new Fee("Ahmad", 25000), new Fee("Fatima", 30000)));
            session.commit();

            for (Fee fee : session.query(FEE).orderBy(FEE.id).all()) {
                story.tell(fee.studentName + " paid PKR " + fee.amount);
            }
        }

        story.step("List all students");
        try (Session session = Session.open(engine)) {
            for (Student student : session.query(STUDENT).orderBy(STUDENT.id).all()) {
                story.tell(student.id + ": " + student.name + ", " + student.city);
            }
        }

        story.step("Change the name of the first student");
        try (Session session = Session.open(engine)) {
            Student first = session.query(STUDENT).orderBy(STUDENT.id).first().orElseThrow();
            first.name = "Updated Name";
            story.forget();
            session.commit();
            story.tell("Only the changed column was written: " + story.sent("UPDATE"));
        }

        exercises();
        notCommitted();
    }

    private void exercises() {
        story.step("Exercise 1: students and their marks");
        try (Session session = Session.open(engine)) {
            session.addAll(List.of(
                    new StudentRecord("Ali", 85), new StudentRecord("Sara", 92), new StudentRecord("Bilal", 78)));
            session.commit();

            for (StudentRecord each : session.query(STUDENT_RECORD)
                    .orderBy(STUDENT_RECORD.marks.desc())
                    .all()) {
                story.tell(each.name + " scored " + each.marks);
            }
        }

        story.step("Exercise 2: products and their prices");
        try (Session session = Session.open(engine)) {
            session.addAll(List.of(
                    new Product("Notebook", 250), new Product("Calculator", 3500), new Product("Laptop", 145000)));
            session.commit();

            for (Product each : session.query(PRODUCT)
                    .where(PRODUCT.price.gt(1000))
                    .orderBy(PRODUCT.price)
                    .all()) {
                story.tell(each.name + " costs PKR " + each.price);
            }
        }
    }

    private void notCommitted() {
        story.step("Classic mistake 1: no commit");
        try (Session session = Session.open(engine)) {
            session.add(new Student("Zara", "Multan"));
            session.flush();
        }
        try (Session session = Session.open(engine)) {
            int found =
                    session.query(STUDENT).where(STUDENT.name.eq("Zara")).all().size();
            story.tell("The session was closed without a commit. Students named Zara: " + found);
        }
    }

    /** What happens in a database without tables. */
    public static void noTables(Engine empty, Story story) {
        story.step("Classic mistake 2: no tables");
        try (Session session = Session.open(empty)) {
            session.add(new Student("Ali", "Lahore"));
            session.commit();
        } catch (MissingObjectException e) {
            story.tell(e.getMessage());
        }
    }
}
