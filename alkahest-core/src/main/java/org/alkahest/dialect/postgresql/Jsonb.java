package org.alkahest.dialect.postgresql;

import java.util.Arrays;
import java.util.List;
import org.alkahest.sql.Expression;
import org.alkahest.sql.Literal;
import org.alkahest.sql.Sql;
import org.alkahest.sql.VendorExpression;
import org.alkahest.type.SqlType;
import org.alkahest.type.SqlTypes;

/**
 * PostgreSQL's operators and functions of JSONB beyond those that databases share
 * (docs/18/functions-json.html), meant for static import; other databases refuse them (ALK-1210). What they share is on
 * {@link Expression}: {@code get}, {@code asText}, {@code hasKey}, {@code containsJson}.
 *
 * <p>A path is given as its steps, keys and positions from 0 alike: {@code "tags", "0"}. Paths of the language SQL/JSON
 * are text, {@code $.tags[*] ? (@ > 2)}. Results that are documents have the type of the document that was given.
 */
public final class Jsonb {
    private Jsonb() {}

    /** {@code document ?& keys}: whether the object has all keys, or the array all strings. */
    public static Expression<Boolean> hasAll(Expression<?> document, String... keys) {
        // The driver takes two question marks for one.
        return condition(document, "??&", texts(keys));
    }

    /** {@code document ?| keys}: whether the object has one of the keys, or the array one of the strings. */
    public static Expression<Boolean> hasAny(Expression<?> document, String... keys) {
        return condition(document, "??|", texts(keys));
    }

    /** {@code document <@ whole}: whether the whole has all that the document has. */
    public static <T> Expression<Boolean> containedBy(Expression<T> document, T whole) {
        return condition(document, "<@", beside(document, whole));
    }

    /** {@code document @? path}: whether a path of SQL/JSON leads to something. */
    public static Expression<Boolean> pathExists(Expression<?> document, String path) {
        return condition(document, "@??", path(path));
    }

    /** {@code document @@ path}: whether a path of SQL/JSON that is a condition is met; NULL if it is none. */
    public static Expression<Boolean> pathMatches(Expression<?> document, String path) {
        return condition(document, "@@", path(path));
    }

    /** The first thing that a path of SQL/JSON leads to, or NULL. */
    public static Expression<String> pathFirst(Expression<?> document, String path) {
        return call("jsonb_path_query_first", SqlTypes.JSON, document, path(path));
    }

    /** All that a path of SQL/JSON leads to, as an array. */
    public static Expression<String> pathAll(Expression<?> document, String path) {
        return call("jsonb_path_query_array", SqlTypes.JSON, document, path(path));
    }

    /** {@code document || other}: members of both, the second's where a key is in both; arrays one after the other. */
    public static <T> Expression<T> concat(Expression<T> document, T other) {
        return concat(document, beside(document, other));
    }

    /** {@code document || other}: members of both, the second's where a key is in both; arrays one after the other. */
    public static <T> Expression<T> concat(Expression<T> document, Expression<?> other) {
        return VendorExpression.operator(PostgresqlDialect.VENDOR, document, "||", other, document.type());
    }

    /** {@code document - keys}: the object without keys, or the array without strings. */
    public static <T> Expression<T> delete(Expression<T> document, String... keys) {
        return VendorExpression.operator(PostgresqlDialect.VENDOR, document, "-", texts(keys), document.type());
    }

    /** {@code document - position}: the array without the element at a position from 0; from −1 on from its end. */
    public static <T> Expression<T> deleteAt(Expression<T> document, int position) {
        return VendorExpression.operator(PostgresqlDialect.VENDOR, document, "-", Sql.value(position), document.type());
    }

    /** {@code document #- path}: the document without what the path leads to. */
    public static <T> Expression<T> deletePath(Expression<T> document, String... path) {
        return VendorExpression.operator(PostgresqlDialect.VENDOR, document, "#-", texts(path), document.type());
    }

    /**
     * The document with another value where the path leads to, or a new one where nothing is but its last step is missing:
     * {@code update(USER).setTo(USER.doc, set(USER.doc, List.of("address", "city"), value("\"Lahore\"", JSON)))}.
     */
    public static <T> Expression<T> set(Expression<T> document, List<String> path, Expression<?> value) {
        return call("jsonb_set", document.type(), document, texts(path.toArray(String[]::new)), value);
    }

    /** The same, which leaves the document as it is where nothing is. */
    public static <T> Expression<T> replace(Expression<T> document, List<String> path, Expression<?> value) {
        Expression<?> steps = texts(path.toArray(String[]::new));
        return call("jsonb_set", document.type(), document, steps, value, Sql.value(false));
    }

    /** The document with a new value before the array's element that the path leads to, or under a key that is not there. */
    public static <T> Expression<T> insert(Expression<T> document, List<String> path, Expression<?> value) {
        return call("jsonb_insert", document.type(), document, texts(path.toArray(String[]::new)), value);
    }

    /** {@code object}, {@code array}, {@code string}, {@code number}, {@code boolean} or {@code null}. */
    public static Expression<String> typeOf(Expression<?> document) {
        return call("jsonb_typeof", SqlTypes.TEXT, document);
    }

    /** The number of an array's elements. */
    public static Expression<Integer> arrayLength(Expression<?> document) {
        return call("jsonb_array_length", SqlTypes.INTEGER, document);
    }

    /** The document without members whose value is JSON null. */
    public static <T> Expression<T> stripNulls(Expression<T> document) {
        return call("jsonb_strip_nulls", document.type(), document);
    }

    private static <T> Expression<T> beside(Expression<T> document, T value) {
        return new Literal<>(value, document.type());
    }

    private static Expression<?> path(String path) {
        return new Literal<>(path, PostgresqlTypes.JSONPATH);
    }

    private static Expression<?> texts(String... texts) {
        return new Literal<>(Arrays.asList(texts), SqlTypes.array(SqlTypes.TEXT));
    }

    private static Expression<Boolean> condition(Expression<?> left, String operator, Expression<?> right) {
        return VendorExpression.condition(PostgresqlDialect.VENDOR, left, operator, right);
    }

    private static <T> Expression<T> call(String name, SqlType<T> type, Expression<?>... arguments) {
        return VendorExpression.call(PostgresqlDialect.VENDOR, name, type, arguments);
    }
}
