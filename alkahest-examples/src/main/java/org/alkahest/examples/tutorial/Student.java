package org.alkahest.examples.tutorial;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A student of the university. A lone integer key generates itself. */
@Entity
@Table(name = "students")
public final class Student {
    @Id
    Integer id;

    String name;
    String city;

    Student() {}

    Student(String name, String city) {
        this.name = name;
        this.city = city;
    }
}
