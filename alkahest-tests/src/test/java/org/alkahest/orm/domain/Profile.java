package org.alkahest.orm.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.alkahest.orm.mapping.Ref;

/** The owning side of a one-to-one. */
@Entity
@Table(name = "profiles")
public class Profile {
    @Id
    public Integer id;

    public String bio;

    @Version
    public int version;

    @OneToOne
    public Ref<Author> author;

    protected Profile() {}

    public Profile(Author author, String bio) {
        this.author = Ref.of(author);
        this.bio = bio;
    }
}
