import jakarta.persistence.*;
import java.time.Clock;
import java.util.UUID;
import org.alkahest.engine.Connection;
import org.alkahest.orm.mapping.KeyBy;
import org.alkahest.orm.mapping.KeyGenerator;

class Keys {
    @Entity
    static class Text {
        @Id
        @GeneratedValue(strategy = GenerationType.UUID)
        String id;
    }

    @Entity
    static class Nameless {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "s")
        Long id;
    }

    @Entity
    @SequenceGenerator(name = "unused")
    static class Tabled {
        @Id
        @GeneratedValue(strategy = GenerationType.TABLE)
        Long id;
    }

    @Entity
    static class Emptied {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        @SequenceGenerator(allocationSize = 0)
        Long id;

        @GeneratedValue
        UUID other;
    }

    @Entity
    static class Worded {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        String id;
    }

    @Entity
    static class Optioned {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        @SequenceGenerator(catalog = "c")
        Long id;
    }

    @Entity
    static class Twice {
        @Id
        @GeneratedValue
        @KeyBy(Numbers.class)
        Long id;
    }

    @Entity
    static class Wrong {
        @Id
        @KeyBy(Numbers.class)
        String id;
    }

    @Entity
    static class Unmade {
        @Id
        @KeyBy(Hidden.class)
        Long id;
    }

    static final class Numbers implements KeyGenerator<Long> {
        @Override
        public Long next(Connection connection, Clock clock) {
            return 1L;
        }
    }

    static final class Hidden implements KeyGenerator<Long> {
        private Hidden() {}

        @Override
        public Long next(Connection connection, Clock clock) {
            return 1L;
        }
    }

    @Entity
    static class Part {
        @Id
        @GeneratedValue
        Long id;

        @Id
        Integer line;
    }

    @Entity
    @IdClass(Pair.class)
    static class Misnamed {
        @Id
        int a;

        @Id
        int c;
    }

    @Entity
    @IdClass(Pair.class)
    static class Wider {
        @Id
        int a;
    }

    @Entity
    @IdClass(Pair.class)
    static class Own {
        @EmbeddedId
        Pair id;
    }

    @Entity
    @IdClass(Object.class)
    static class Classed {
        @Id
        Long id;

        @Id
        Integer line;
    }

    @Entity
    static class Embedded {
        @Id
        Pair id;
    }

    @Embeddable
    record Pair(int a, int b) {}
}
