package base;

import jakarta.persistence.*;
import java.time.Instant;
import org.alkahest.orm.mapping.Ref;

@MappedSuperclass
public abstract class Base<K extends Comparable<K>, P> {
    @Id
    K id;

    private Instant created;
    protected int revision;

    @ManyToOne
    private Ref<P> parent;
}
