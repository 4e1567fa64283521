import jakarta.persistence.*;

@Entity
@DiscriminatorValue("1")
public class Cat extends Animal {
    int lives;
}
