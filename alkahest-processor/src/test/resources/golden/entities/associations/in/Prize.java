package school;

import jakarta.persistence.*;

@Entity
class Prize {
    @Id
    Integer id;
}
