package school;

import jakarta.persistence.*;
import java.time.LocalDate;
import org.alkahest.orm.mapping.Ref;

@Entity
class Note {
    @Id
    Integer id;

    LocalDate day;

    @ManyToOne
    Ref<Student> student;
}
