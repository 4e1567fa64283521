import jakarta.persistence.*;

class ClassShapes {
    @Entity
    class Inner {
        @Id
        Integer id;
    }

    @Entity
    abstract static class Abstract {
        @Id
        Integer id;
    }

    @Entity
    private static class Hidden {
        @Id
        Integer id;
    }

    @Entity
    static class Generic<T> {
        @Id
        Integer id;
    }

    @Entity
    record Recorded(@Id Integer id) {}

    @Entity
    interface Face {}

    @Entity
    enum Constants {
        A
    }

    @Entity
    static class NoConstructor {
        @Id
        Integer id;

        NoConstructor(int id) {}
    }

    @Entity
    static class PrivateConstructor {
        @Id
        Integer id;

        private PrivateConstructor() {}
    }

    @Entity
    static class NoKey {
        String name;
    }

    @Entity
    static class TwoKeys {
        @Id
        Integer id;

        @EmbeddedId
        Part part;
    }

    @Embeddable
    static class Part {
        Integer value;
    }

    @Embeddable
    abstract static class AbstractPart {
        Integer value;
    }

    @Embeddable
    static class PartWithoutConstructor {
        PartWithoutConstructor(int value) {}
    }

    @MappedSuperclass
    interface Mapped {}

    @Entity
    static class Parent {
        @Id
        Integer id;
    }

    @Entity
    static class Child extends Parent {
        String name;
    }

    private static class Secret {
        @Entity
        static class Nested {
            @Id
            Integer id;
        }
    }
}
