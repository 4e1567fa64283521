package demo;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Clock;
import org.alkahest.orm.mapping.VersionBy;
import org.alkahest.orm.mapping.VersionGenerator;

@Entity
class Page {
    @Id
    String path;

    @Version
    @VersionBy(generator = Letters.class)
    @Column(name = "rev")
    String revision;

    static final class Letters implements VersionGenerator<String> {
        @Override
        public String next(String previous, Clock clock) {
            return previous == null ? "i" : previous + "i";
        }
    }
}
