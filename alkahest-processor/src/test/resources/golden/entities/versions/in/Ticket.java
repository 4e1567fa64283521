package demo;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

@Entity
class Ticket {
    @Id
    Integer id;

    String title;

    @Version
    long version;
}
