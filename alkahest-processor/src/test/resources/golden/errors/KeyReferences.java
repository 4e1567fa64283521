import jakarta.persistence.*;
import org.alkahest.orm.mapping.Ref;

class KeyReferences {
    @Entity
    static class Self {
        @Id
        @ManyToOne
        Ref<Self> self;
    }

    @Entity
    static class One {
        @Id
        @OneToOne
        Ref<Other> other;
    }

    @Entity
    static class Other {
        @Id
        @ManyToOne
        Ref<One> one;
    }

    @Entity
    static class Owner {
        @Id
        @OneToOne(mappedBy = "owner")
        Ref<Thing> thing;
    }

    @Entity
    static class Thing {
        @Id
        Integer id;

        @OneToOne
        Ref<Owner> owner;
    }
}
