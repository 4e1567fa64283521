package links;

import jakarta.persistence.*;
import org.alkahest.orm.mapping.Ref;

@Entity
class Membership {
    @Id
    @ManyToOne
    Ref<Person> person;

    @Id
    String club;

    int since;
}
