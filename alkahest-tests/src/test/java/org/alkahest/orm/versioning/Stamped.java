package org.alkahest.orm.versioning;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.alkahest.orm.mapping.VersionBy;
import org.alkahest.orm.mapping.VersionGenerator;

/** One entity for each kind of version. */
@MappedSuperclass
public abstract class Stamped {
    @Id
    public Integer id;

    public String title = "new";

    public abstract Object version();

    /** When it was written. */
    @Entity
    public static class ByInstant extends Stamped {
        @Version
        public Instant stamp;

        @Override
        public Object version() {
            return stamp;
        }
    }

    /** When it was written, without a zone. */
    @Entity
    public static class ByLocalTime extends Stamped {
        @Version
        public LocalDateTime stamp;

        @Override
        public Object version() {
            return stamp;
        }
    }

    /** When it was written, with an offset. */
    @Entity
    public static class ByOffsetTime extends Stamped {
        @Version
        public OffsetDateTime stamp;

        @Override
        public Object version() {
            return stamp;
        }
    }

    /** At random. */
    @Entity
    public static class ByUuid extends Stamped {
        @Version
        public UUID stamp;

        @Override
        public Object version() {
            return stamp;
        }
    }

    /** A short counter. */
    @Entity
    public static class ByShort extends Stamped {
        @Version
        public Short stamp;

        @Override
        public Object version() {
            return stamp;
        }
    }

    /** As a class of the user's makes it. */
    @Entity
    public static class ByLetters extends Stamped {
        @Version
        @VersionBy(generator = Letters.class)
        @Column(length = 20)
        public String stamp;

        @Override
        public Object version() {
            return stamp;
        }
    }

    /** As the user sets it. */
    @Entity
    public static class ByHand extends Stamped {
        @Version
        @VersionBy(VersionBy.Source.MANUAL)
        public int stamp;

        @Override
        public Object version() {
            return stamp;
        }
    }

    /** i, ii, iii … */
    public static final class Letters implements VersionGenerator<String> {
        @Override
        public String next(String previous, Clock clock) {
            return previous == null ? "i" : previous + "i";
        }
    }
}
