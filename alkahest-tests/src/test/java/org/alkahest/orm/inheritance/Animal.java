package org.alkahest.orm.inheritance;

import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import org.alkahest.orm.mapping.Ref;

/** The abstract root of a hierarchy in tables that share their key. */
@Entity
@Table(name = "animals")
@Inheritance(strategy = InheritanceType.JOINED)
@DiscriminatorColumn(discriminatorType = DiscriminatorType.INTEGER)
public abstract class Animal {
    @Id
    public Integer id;

    public String name;

    @Version
    public int version;

    @ManyToOne
    public Ref<Owner> owner;

    @OneToMany(mappedBy = "animal")
    public List<Toy> toys = new ArrayList<>();

    protected Animal() {}

    protected Animal(String name) {
        this.name = name;
    }
}
