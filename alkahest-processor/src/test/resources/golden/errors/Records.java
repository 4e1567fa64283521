import jakarta.persistence.*;
import java.util.List;
import org.alkahest.orm.mapping.*;

class Records {
    @Entity
    record Plain(
            @Id @GeneratedValue java.util.UUID id,
            @ManyToOne Other other,
            @OneToMany(mappedBy = "plain") List<Other> others) {}

    @Entity
    record Later(
            @Id Integer id,
            @Version int version,
            @ServerDefault("1") Integer one,
            @Computed("one + 1") int two) {}

    @Entity
    @Inheritance
    record Root(@Id Integer id) {}

    @Entity
    static class Unmade {
        @Id
        private final Integer id;

        final String name;

        Unmade(Integer id) {
            this.id = id;
            this.name = "";
        }
    }

    @Entity
    static class Inverse {
        @Id
        private final Integer id;

        @OneToOne(mappedBy = "inverse")
        private final Ref<Other> other;

        Inverse(Integer id, Ref<Other> other) {
            this.id = id;
            this.other = other;
        }
    }

    @Entity
    static class Other {
        @Id
        Integer id;

        @ManyToOne
        Ref<Plain> plain;

        @OneToOne
        Ref<Inverse> inverse;
    }
}
