import jakarta.persistence.*;

@Entity
@DiscriminatorValue("boss")
final class Manager extends Employee {
    int budget;
}
