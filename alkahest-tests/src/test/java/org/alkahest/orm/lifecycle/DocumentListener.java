package org.alkahest.orm.lifecycle;

import jakarta.persistence.PrePersist;

/** Listens to all documents. */
public final class DocumentListener {
    @PrePersist
    void beforeInsert(Document document) {
        document.calls.add("superclass's listener before insert");
    }
}
