package org.alkahest.processor.base;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Private and package-private fields, which entities of other packages reach through the accessor companion. */
@MappedSuperclass
public abstract class Audited<K extends Comparable<K>> {
    @Id
    @Nullable
    K id;

    private @Nullable Instant created;
    protected int revision;

    protected Audited() {}

    public @Nullable K id() {
        return id;
    }

    public @Nullable Instant created() {
        return created;
    }

    public void created(Instant when) {
        created = when;
    }

    public int revision() {
        return revision;
    }

    public void revise() {
        revision++;
    }
}
