import jakarta.persistence.*;
import org.alkahest.orm.mapping.Ref;

class Cycles {
    @Entity
    static class Employee {
        @Id
        Integer id;

        @ManyToOne
        Employee manager;
    }

    @Entity
    static class A {
        @Id
        Integer id;

        @ManyToOne
        B b;
    }

    @Entity
    static class B {
        @Id
        Integer id;

        @ManyToOne
        C c;

        @ManyToOne
        Ref<A> allowed;
    }

    @Entity
    static class C {
        @Id
        Integer id;

        @OneToOne(mappedBy = "c")
        A notThere;

        @ManyToOne
        A a;
    }

    @Entity
    static class Outside {
        @Id
        Integer id;

        @ManyToOne
        A a;
    }
}
