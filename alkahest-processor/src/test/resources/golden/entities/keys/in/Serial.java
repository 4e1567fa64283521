package keys;

import jakarta.persistence.*;

@Entity
class Serial {
    @Id
    int id;
}
