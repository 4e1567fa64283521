import jakarta.persistence.*;
import java.time.Clock;
import java.time.LocalDate;
import org.alkahest.orm.mapping.VersionBy;
import org.alkahest.orm.mapping.VersionGenerator;

class Versions {
    @Entity
    static class Keyed {
        @Id
        @Version
        Integer id;
    }

    @Entity
    static class Typed {
        @Id
        Integer id;

        @Version
        String version;
    }

    @Entity
    static class Dated {
        @Id
        Integer id;

        @Version
        LocalDate version;
    }

    @Entity
    static class Twice {
        @Id
        Integer id;

        @Version
        int first;

        @Version
        long second;
    }

    @Entity
    static class Fixed {
        @Id
        Integer id;

        @Version
        @Column(updatable = false)
        int version;
    }

    @Entity
    static class Without {
        @Id
        Integer id;

        @VersionBy(VersionBy.Source.MANUAL)
        int version;
    }

    @Entity
    static class Both {
        @Id
        Integer id;

        @Version
        @VersionBy(value = VersionBy.Source.MANUAL, generator = Letters.class)
        String version;
    }

    @Entity
    static class OfLetters {
        @Id
        Integer id;

        @Version
        @VersionBy(generator = Letters.class)
        int version;
    }

    @Entity
    static class Hidden {
        @Id
        Integer id;

        @Version
        @VersionBy(generator = Secret.class)
        String version;
    }

    @Entity
    static class Embedding {
        @Id
        Integer id;

        Stamp stamp;
    }

    @Embeddable
    static class Stamp {
        @Version
        int version;
    }

    static class Letters implements VersionGenerator<String> {
        @Override
        public String next(String previous, Clock clock) {
            return previous + "i";
        }
    }

    static class Secret extends Letters {
        private Secret() {}
    }
}
