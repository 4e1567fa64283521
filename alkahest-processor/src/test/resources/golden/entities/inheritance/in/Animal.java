import jakarta.persistence.*;
import org.alkahest.orm.mapping.Ref;

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
@DiscriminatorColumn(discriminatorType = DiscriminatorType.INTEGER)
public abstract class Animal {
    @Id
    Integer id;

    private String name;

    @ManyToOne
    Ref<Animal> mother;

    @PreUpdate
    void changed() {}
}
