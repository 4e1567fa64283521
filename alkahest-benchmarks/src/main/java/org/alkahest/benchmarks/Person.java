package org.alkahest.benchmarks;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** What the benchmarks of objects store: the same class for Alkahest and for Hibernate. */
@Entity
@Table(name = "people")
@SuppressWarnings("NullAway.Init") // the mapping fills it
public class Person {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Integer id;

    @Column(length = 60, nullable = false)
    String name;

    @Column(length = 60, nullable = false)
    String city;

    int age;

    @Column(nullable = false)
    LocalDate born;

    protected Person() {}

    Person(String name, String city, int age, LocalDate born) {
        this.name = name;
        this.city = city;
        this.age = age;
        this.born = born;
    }

    /** One of many different people. */
    static Person number(int i) {
        return new Person(
                "Person number " + i,
                "City " + i % 97,
                i % 90,
                LocalDate.of(1930, 1, 1).plusDays(i % 30_000));
    }
}
