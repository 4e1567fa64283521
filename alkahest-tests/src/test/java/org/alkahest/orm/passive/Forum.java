package org.alkahest.orm.passive;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinTable;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;

@Entity
@Table(name = "forums")
public class Forum {
    @Id
    public Integer id;

    public String name;

    @OneToMany(mappedBy = "forum", cascade = CascadeType.ALL, orphanRemoval = true)
    public List<Message> messages = new ArrayList<>();

    @OneToMany(mappedBy = "moved")
    public List<Message> moved = new ArrayList<>();

    /** Through a table between: a message is pinned in one forum, and goes when it is not pinned any more. */
    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
    @JoinTable(name = "forums_pins")
    public List<Message> pinned = new ArrayList<>();

    protected Forum() {}

    public Forum(String name) {
        this.name = name;
    }

    @Override
    public String toString() {
        return name;
    }
}
