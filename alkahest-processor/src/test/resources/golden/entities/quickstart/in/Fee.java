package demo;

import jakarta.persistence.*;
import java.math.BigDecimal;
import org.alkahest.orm.mapping.Ref;

@Entity
@Table(name = "fees")
public class Fee {
    @Id
    Integer id;

    @Column(precision = 12, scale = 2)
    BigDecimal amount;

    @ManyToOne
    Ref<Student> student;

    protected Fee() {}

    public Fee(Student student, BigDecimal amount) {
        this.student = Ref.of(student);
        this.amount = amount;
    }
}
