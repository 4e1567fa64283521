package org.alkahest.examples.university;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import org.alkahest.orm.mapping.Ref;

// snippet: fee
@Entity
@Table(name = "fees")
public class Fee {
    @Id
    Integer id;

    @Column(precision = 12, scale = 2)
    BigDecimal amount;

    @ManyToOne
    Ref<Student> student; // laziness is visible in the type

    protected Fee() {}

    public Fee(Student student, BigDecimal amount) {
        this.student = Ref.of(student);
        this.amount = amount;
    }
}
// end
