package org.alkahest.examples.tutorial;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The first exercise: a student's marks. */
@Entity
@Table(name = "student_records")
public final class StudentRecord {
    @Id
    Integer id;

    String name;
    Integer marks;

    StudentRecord() {}

    StudentRecord(String name, Integer marks) {
        this.name = name;
        this.marks = marks;
    }
}
