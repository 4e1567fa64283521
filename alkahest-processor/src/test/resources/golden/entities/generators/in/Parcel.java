package demo;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import java.util.UUID;

@Entity
class Parcel {
    @Id
    @GeneratedValue
    UUID id;
}
