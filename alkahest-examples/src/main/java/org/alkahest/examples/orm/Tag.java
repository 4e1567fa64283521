package org.alkahest.examples.orm;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

// snippet: tag
@Entity
@Table(name = "tags")
public class Tag {
    @Id
    @Column(length = 40)
    String name; // a key of the user's own: nobody generates it

    protected Tag() {}

    public Tag(String name) {
        this.name = name;
    }
}
// end
