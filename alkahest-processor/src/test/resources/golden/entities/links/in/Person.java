package links;

import jakarta.persistence.*;

@Entity
class Person {
    @Id
    long id;

    String name;
}
