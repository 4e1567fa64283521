package org.alkahest.orm.lifecycle;

import jakarta.persistence.PostRemove;
import jakarta.persistence.PostUpdate;
import jakarta.persistence.PrePersist;

/** Listens to letters, by methods of its own and of what it extends. */
public final class LetterListener extends LetterListening {
    @PrePersist
    void beforeInsert(Letter letter) {
        letter.calls.add("listener before insert");
    }

    @PostUpdate
    void afterUpdate(Object letter) {
        ((Letter) letter).calls.add("listener after update");
    }

    @PostRemove
    void afterDelete(Letter letter) {
        letter.calls.add("listener after delete");
    }
}
