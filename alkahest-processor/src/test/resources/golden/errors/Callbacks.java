import jakarta.persistence.*;
import java.io.IOException;

@Entity
@ExcludeDefaultListeners
@EntityListeners({
    Callbacks.Hidden.class,
    Callbacks.Silent.class,
    Callbacks.Inner.class,
    Callbacks.Abstract.class,
    Callbacks.Generic.class,
    Callbacks.Demanding.class,
    Callbacks.Wrong.class
})
class Callbacks extends Unmapped {
    @Id
    Integer id;

    @PrePersist
    static void isStatic() {}

    @PostPersist
    private void isPrivate() {}

    @PreUpdate
    int returns() {
        return 0;
    }

    @PostUpdate
    void takes(Object self) {}

    @PreRemove
    void throwsChecked() throws IOException, IllegalStateException {}

    @PostLoad
    void first() {}

    @PostLoad
    void second() {}

    private static class Hidden {
        @PrePersist
        void call(Object entity) {}
    }

    static class Silent {}

    class Inner {
        @PrePersist
        void call(Object entity) {}
    }

    abstract static class Abstract {
        @PrePersist
        void call(Object entity) {}
    }

    static class Generic<T> {
        @PrePersist
        void call(T entity) {}
    }

    static class Demanding {
        Demanding(int number) {}

        @PrePersist
        void call(Object entity) {}
    }

    static class Wrong {
        @PrePersist
        void takesNothing() {}

        @PreUpdate
        void takesAnother(String entity) {}
    }
}

@EntityListeners(Object.class)
class Unmapped {
    @PrePersist
    void neverCalled() {}
}

@MappedSuperclass
abstract class AbstractCallback {
    @PrePersist
    abstract void isAbstract();
}

@Embeddable
class Part {
    String name;

    @PostLoad
    void loaded() {}
}
