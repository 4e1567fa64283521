package org.alkahest.examples.university;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

// snippet: student
@Entity
@Table(name = "students")
public class Student {
    @Id
    Integer id; // a lone integer key generates itself

    String name;
    String city;

    @OneToMany(mappedBy = "student")
    List<Fee> fees = new ArrayList<>();

    protected Student() {}

    public Student(String name, String city) {
        this.name = name;
        this.city = city;
    }

    public Student pays(String amount) {
        fees.add(new Fee(this, new BigDecimal(amount)));
        return this;
    }
}
// end
