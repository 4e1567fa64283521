import jakarta.persistence.*;
import java.util.*;

@Entity
@Inheritance
class Employee {
    @Id
    Integer id;

    String name;

    @ManyToMany
    List<Animal> animals;
}
