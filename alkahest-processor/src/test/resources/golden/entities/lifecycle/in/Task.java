package lifecycle;

import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.PreRemove;

@Entity
@EntityListeners(Task.Listener.class)
class Task extends Base<Integer> {
    @Id
    Integer id;

    @PostLoad
    final void ready() {}

    @Override
    @PreRemove
    protected void leave() {}

    static class Listener {
        @PostPersist
        @PostLoad
        void seen(Task task) {}
    }
}
