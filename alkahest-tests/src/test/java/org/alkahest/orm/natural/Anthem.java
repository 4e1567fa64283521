package org.alkahest.orm.natural;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import org.alkahest.orm.mapping.Ref;

/** The owning side of a one-to-one. */
@Entity
@Table(name = "anthems")
public class Anthem {
    @Id
    public Integer id;

    public String title;

    @OneToOne
    public Ref<Country> country;

    protected Anthem() {}

    public Anthem(String title) {
        this.title = title;
    }
}
