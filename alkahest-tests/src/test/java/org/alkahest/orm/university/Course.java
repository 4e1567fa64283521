package org.alkahest.orm.university;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A course knows its room as a plain object: loaded with it, in batches. */
@Entity
@Table(name = "courses")
public class Course {
    @Id
    int id;

    @Nullable
    String title;

    @ManyToOne
    @Nullable
    Room room;

    @ManyToMany(mappedBy = "courses")
    List<Student> students = new ArrayList<>();

    protected Course() {}

    Course(String title, @Nullable Room room) {
        this.title = title;
        this.room = room;
    }

    @Override
    public String toString() {
        return "Course " + title;
    }
}
