package school;

import jakarta.persistence.*;

@Entity
class Card {
    @Id
    Long id;

    @OneToOne
    @JoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
    Student student;
}
