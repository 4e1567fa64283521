package demo;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.alkahest.orm.mapping.VersionBy;

@Entity
class Row {
    @Id
    Integer id;

    @Version
    @VersionBy(VersionBy.Source.DATABASE)
    byte[] stamp;
}
