package org.alkahest.orm.lifecycle;

import jakarta.persistence.EntityListeners;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreRemove;
import jakarta.persistence.PreUpdate;
import jakarta.persistence.Transient;
import java.util.ArrayList;
import java.util.List;

/** A listener and callbacks that entities inherit. */
@MappedSuperclass
@EntityListeners(DocumentListener.class)
public abstract class Document {
    @Id
    public Integer id;

    /** What was called, in order. */
    @Transient
    public final List<String> calls = new ArrayList<>();

    public List<String> takeCalls() {
        List<String> taken = List.copyOf(calls);
        calls.clear();
        return taken;
    }

    @PrePersist
    @PreUpdate
    void beforeSaving() {
        calls.add("superclass before saving");
    }

    @PreRemove
    protected void beforeRemoving() {
        calls.add("superclass before removing");
    }

    @PostLoad
    protected void afterLoading() {
        calls.add("superclass after loading");
    }
}
