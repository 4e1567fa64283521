package demo;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

@Entity
class Invoice {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    long id;
}
