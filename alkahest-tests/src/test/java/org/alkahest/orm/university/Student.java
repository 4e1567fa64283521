package org.alkahest.orm.university;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "students")
public class Student {
    @Id
    @Nullable
    Integer id;

    @Nullable
    String name;

    @Nullable
    String city;

    @OneToMany(mappedBy = "student")
    List<Fee> fees = new ArrayList<>();

    @ManyToMany
    @JoinTable(
            name = "enrolments",
            joinColumns = @JoinColumn(name = "student_id"),
            inverseJoinColumns = @JoinColumn(name = "course_id"))
    Set<Course> courses = new LinkedHashSet<>();

    protected Student() {}

    Student(String name, String city) {
        this.name = name;
        this.city = city;
    }

    @Override
    public String toString() {
        return "Student " + name;
    }
}
