import jakarta.persistence.*;
import java.util.UUID;

class Keys {
    @Entity
    static class Uuid {
        @Id
        @GeneratedValue
        UUID id;
    }

    @Entity
    static class Sequence {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "s")
        Long id;
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
