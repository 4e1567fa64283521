package lazies;

import jakarta.persistence.MappedSuperclass;
import org.alkahest.orm.mapping.Lazy;

@MappedSuperclass
public abstract class Filed {
    private Lazy<String> notes;
}
