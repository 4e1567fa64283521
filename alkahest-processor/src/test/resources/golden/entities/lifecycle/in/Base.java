package lifecycle;

import jakarta.persistence.EntityListeners;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreRemove;
import jakarta.persistence.PreUpdate;

@MappedSuperclass
@EntityListeners(BaseListener.class)
abstract class Base<K extends Comparable<K>> {
    K previous;

    @PrePersist
    @PreUpdate
    void stamp() {}

    @PreRemove
    protected void leave() {}
}
