package links;

import jakarta.persistence.*;
import org.alkahest.orm.mapping.Ref;

@Entity
class Photo {
    @Id
    @OneToOne
    Ref<Person> person;

    byte[] image;
}
