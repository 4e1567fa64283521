package org.alkahest.orm.concrete;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.Table;

/** A root with objects of its own, whose keys come from one sequence. */
@Entity
@Table(name = "papers")
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
public class Paper {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    public Long id;

    public String title;

    protected Paper() {}

    public Paper(String title) {
        this.title = title;
    }
}
