package org.alkahest.examples.tutorial;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What a student has paid, in PKR. The student is a name only: the relationship comes in the second part. */
@Entity
@Table(name = "fees")
public final class Fee {
    @Id
    Integer id;

    String studentName;
    Integer amount;

    Fee() {}

    Fee(String studentName, Integer amount) {
        this.studentName = studentName;
        this.amount = amount;
    }
}
