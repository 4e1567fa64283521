package org.alkahest.orm.lifecycle;

import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;

/** What a listener inherits. */
class LetterListening {
    @PostPersist
    void afterInsert(Letter letter) {
        letter.calls.add("listener after insert of a letter with key: " + (letter.id != null));
    }

    @PostLoad
    void afterLoad(Letter letter) {
        letter.calls.add("listener after load of " + letter.body);
    }
}
