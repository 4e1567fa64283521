package derived;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;
import org.alkahest.orm.mapping.Derived;
import org.alkahest.schema.Column;
import org.alkahest.sql.Expression;
import org.jspecify.annotations.Nullable;

@Entity
class Person {
    @Id
    Integer id;

    String first;

    String last;

    String fullName() {
        return first + last;
    }

    @Derived
    static Expression<String> fullName(Person_ person) {
        return person.first.concat(person.last);
    }

    @Derived
    static Column<String> surname(derived.Person_ person) {
        return person.last;
    }

    @Derived
    static Expression<Boolean> isNamed(Person_ person, @Nullable String name, List<String> more, int... lengths) {
        return person.first.eq(name == null ? more.get(lengths[0]) : name);
    }
}
