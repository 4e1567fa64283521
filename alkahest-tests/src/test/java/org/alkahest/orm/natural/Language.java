package org.alkahest.orm.natural;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.Table;
import java.util.HashSet;
import java.util.Set;

/** The other side of a many-to-many. */
@Entity
@Table(name = "languages")
public class Language {
    @Id
    @Column(length = 10)
    public String code;

    @ManyToMany(mappedBy = "languages")
    public Set<Country> countries = new HashSet<>();

    protected Language() {}

    public Language(String code) {
        this.code = code;
    }
}
