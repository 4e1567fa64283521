package org.alkahest.dialect.postgresql;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.alkahest.schema.DialectOption;
import org.alkahest.schema.TableOption;
import org.alkahest.sql.Expression;
import org.alkahest.type.AlkahestArgumentException;
import org.jspecify.annotations.Nullable;

/**
 * An EXCLUDE constraint of a table (https://www.postgresql.org/docs/18/sql-createtable.html#SQL-CREATETABLE-EXCLUDE): no two
 * rows for which all of its elements compare true. A table may have several. Begin with {@link PostgresqlOptions#exclude}.
 * Immutable.
 *
 * @param name the constraint's name, or null for {@code ex_table_columns}
 * @param method the index method, such as {@code gist}
 * @param where the condition of the rows that it is about, or null for all
 */
public record Exclusion(
        @Nullable String name,
        String method,
        List<Element> elements,
        @Nullable Expression<Boolean> where) implements TableOption {
    public Exclusion {
        Objects.requireNonNull(method, "method is null");
        elements = List.copyOf(elements);
    }

    /** The same under a name. */
    public Exclusion named(String newName) {
        return new Exclusion(newName, method, elements, where);
    }

    /** The same with one more comparison, such as {@code with(period, "&&")}; errors with ALK-1321 for what is no operator. */
    public Exclusion with(Expression<?> key, String operator) {
        List<Element> all = new ArrayList<>(elements);
        all.add(new Element(key, operator));
        return new Exclusion(name, method, all, where);
    }

    /** The same about rows that fulfil a condition. */
    public Exclusion where(Expression<Boolean> condition) {
        return new Exclusion(name, method, elements, condition);
    }

    @Override
    public boolean conflictsWith(DialectOption other) {
        return other instanceof Exclusion that && (equals(that) || (name != null && name.equals(that.name)));
    }

    /** What two rows are compared by, and how. */
    public record Element(Expression<?> key, String operator) {
        private static final Pattern OPERATOR = Pattern.compile("(?!.*(--|/\\*))[-+*/<>=~!@#%^&|`?]+");

        public Element {
            Objects.requireNonNull(key, "key is null");
            if (!OPERATOR.matcher(operator).matches()) {
                throw new AlkahestArgumentException(
                        "ALK-1321",
                        "Cannot exclude by '" + operator + "': it is no operator of the database. Use one such as && or"
                                + " =.");
            }
        }
    }
}
