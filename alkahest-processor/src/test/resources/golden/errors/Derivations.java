import jakarta.persistence.*;
import java.io.IOException;
import org.alkahest.orm.mapping.Derived;
import org.alkahest.orm.mapping.Ref;
import org.alkahest.sql.Expression;

@Entity
class Derivations extends Above {
    @Id
    Integer id;

    String name;

    @ManyToOne
    Ref<Derivations> parent;

    @Derived
    Expression<String> ofTheObject(Derivations_ d) {
        return d.name;
    }

    @Derived
    private static Expression<String> hidden(Derivations_ d) {
        return d.name;
    }

    @Derived
    static <T> Expression<String> generic(Derivations_ d, T value) {
        return d.name;
    }

    @Derived
    static Expression<String> throwing(Derivations_ d) throws IOException {
        return d.name;
    }

    @Derived
    static Expression<String> withoutCompanion() {
        return null;
    }

    @Derived
    static Expression<String> ofAnother(Below_ b) {
        return null;
    }

    @Derived
    static String plain(Derivations_ d) {
        return "";
    }

    @Derived
    static Expression<String> columns(Derivations_ d) {
        return d.name;
    }

    @Derived
    static Expression<String> parent(Derivations_ d) {
        return d.name;
    }
}

@MappedSuperclass
class Above extends Unmapped {
    String text;

    @Derived
    static Expression<String> above(Above_ a) {
        return null;
    }
}

class Unmapped {
    @Derived
    static Expression<String> unmapped(Derivations_ d) {
        return d.name;
    }
}

@Embeddable
class Below {
    String text;

    @Derived
    static Expression<String> below(Below_ b) {
        return null;
    }
}
