package org.alkahest.orm.lifecycle;

import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.PostUpdate;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreUpdate;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import org.alkahest.orm.mapping.Ref;

/** A listener and callbacks of its own, and one that overrides what it inherits. */
@Entity
@Table(name = "letters")
@EntityListeners(LetterListener.class)
public class Letter extends Document {
    public String body;
    public String digest;
    public int edits;

    @ManyToOne
    public Ref<Letter> answered;

    @OneToMany(mappedBy = "answered")
    public List<Letter> answers = new ArrayList<>();

    protected Letter() {}

    public Letter(String body) {
        this.body = body;
    }

    @PrePersist
    void digestAtFirst() {
        calls.add("before insert");
        digest = body.substring(0, 1);
        if (body.startsWith("Fail")) {
            throw new IllegalStateException(body);
        }
    }

    @PreUpdate
    void digestAgain() {
        calls.add("before update");
        digest = body.substring(0, 1);
        edits++;
    }

    @PostUpdate
    void afterUpdate() {
        calls.add("after update");
        if (body.startsWith("Fail")) {
            throw new IllegalStateException(body);
        }
    }

    @Override
    protected void beforeRemoving() {
        calls.add("never called: it overrides a callback, and is none");
    }

    @Override
    public String toString() {
        return body;
    }
}
