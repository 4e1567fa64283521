import jakarta.persistence.*;
import org.alkahest.orm.mapping.*;

class Lazies {
    @Entity
    static class Keyed {
        @Id
        Lazy<Integer> id;
    }

    @Entity
    static class Versioned {
        @Id
        Integer id;

        @Version
        Lazy<Integer> version;
    }

    @Entity
    static class Embedding {
        @Id
        Integer id;

        Address address;
    }

    @Embeddable
    static class Address {
        Lazy<String> street;
    }

    @Entity
    static class Groups {
        @Id
        Integer id;

        @LazyGroup("texts")
        String plain;

        @LazyGroup("")
        Lazy<String> nameless;

        @Basic(fetch = FetchType.LAZY)
        int pages;
    }

    @Entity
    static class Typed {
        @Id
        Integer id;

        Lazy<Thread> thread;

        @SuppressWarnings("rawtypes")
        Lazy raw;
    }

    @Entity
    static class Filled {
        @Id
        Integer id;

        @ServerDefault("'x'")
        Lazy<String> given;

        @Computed("1 + 1")
        Lazy<Integer> computed;
    }
}
