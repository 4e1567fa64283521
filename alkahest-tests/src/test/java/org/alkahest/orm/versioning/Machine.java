package org.alkahest.orm.versioning;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.alkahest.orm.mapping.Ref;
import org.alkahest.orm.mapping.VersionBy;

/** A version that a trigger of the table writes. */
@Entity
@Table(name = "machines")
public class Machine {
    @Id
    public Integer id;

    public String name;

    @Version
    @VersionBy(VersionBy.Source.DATABASE)
    public Integer version;

    @ManyToOne
    public Ref<Machine> spare;

    protected Machine() {}

    public Machine(String name) {
        this.name = name;
    }
}
