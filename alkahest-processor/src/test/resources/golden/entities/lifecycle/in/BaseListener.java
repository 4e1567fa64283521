package lifecycle;

import jakarta.persistence.PreUpdate;

class BaseListener {
    @PreUpdate
    void update(Object base) {}
}
