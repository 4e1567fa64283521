package org.alkahest.orm.university;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import org.alkahest.orm.mapping.Ref;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "fees")
public class Fee {
    @Id
    @Nullable
    Integer id;

    @Column(precision = 12, scale = 2)
    @Nullable
    BigDecimal amount;

    @ManyToOne
    Ref<Student> student = Ref.none();

    protected Fee() {}

    Fee(Student student, String amount) {
        this.student = Ref.of(student);
        this.amount = new BigDecimal(amount);
    }

    @Override
    public String toString() {
        return "Fee " + amount;
    }
}
