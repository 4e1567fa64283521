package demo;

import jakarta.persistence.*;
import java.util.*;

@Entity
@Table(name = "students")
public class Student {
    @Id
    Integer id;

    String name;
    String city;

    @OneToMany(mappedBy = "student")
    List<Fee> fees = new ArrayList<>();

    protected Student() {}

    public Student(String name, String city) {
        this.name = name;
        this.city = city;
    }
}
