package links;

import jakarta.persistence.*;

/** The key is another key, with a reference in it. */
@Entity
class Badge {
    @Id
    @OneToOne
    Membership membership;

    String colour;
}
