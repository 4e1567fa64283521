package org.alkahest.dialect.postgresql;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.alkahest.sql.Expression;
import org.alkahest.sql.Literal;
import org.alkahest.sql.Sql;
import org.alkahest.sql.VendorExpression;
import org.alkahest.type.SqlType;
import org.alkahest.type.SqlTypes;
import org.alkahest.type.VendorType;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL's maps of strings with their operators and functions (docs/18/hstore.html), meant for static import; other
 * databases refuse them (ALK-1210). The type is that of an extension: {@code CREATE EXTENSION hstore} once per database.
 *
 * <p>Values may be null, keys may not. The server keeps no order. Maps may change in place, and come back unmodifiable.
 */
public final class Hstore {
    @SuppressWarnings("unchecked") // the class of a map says nothing of what is in it
    public static final SqlType<Map<String, @Nullable String>> HSTORE = SqlTypes.vendor(
                    VendorType.cast(PostgresqlDialect.VENDOR, "HSTORE"))
            .as((Class<Map<String, @Nullable String>>) (Class<?>) Map.class, HstoreText::write, HstoreText::read)
            .withValues(LinkedHashMap::new, Map::equals);

    private static final SqlType<List<String>> TEXTS = SqlTypes.array(SqlTypes.TEXT);

    private Hstore() {}

    /** {@code map -> key}: the value of a key; NULL if there is none, or it is null. */
    public static Expression<String> get(Expression<? extends Map<String, ?>> map, String key) {
        return get(map, Sql.value(key));
    }

    /** {@code map -> key}: the value of a key; NULL if there is none, or it is null. */
    public static Expression<String> get(Expression<? extends Map<String, ?>> map, Expression<String> key) {
        return VendorExpression.operator(PostgresqlDialect.VENDOR, map, "->", key, SqlTypes.TEXT);
    }

    /** {@code map ? key}: whether there is a key, be its value null. */
    public static Expression<Boolean> hasKey(Expression<? extends Map<String, ?>> map, String key) {
        // The driver takes two question marks for one.
        return condition(map, "??", Sql.value(key));
    }

    /** {@code map ?& keys}: whether there are all keys. */
    public static Expression<Boolean> hasAll(Expression<? extends Map<String, ?>> map, String... keys) {
        return condition(map, "??&", texts(keys));
    }

    /** {@code map ?| keys}: whether there is one of the keys at least. */
    public static Expression<Boolean> hasAny(Expression<? extends Map<String, ?>> map, String... keys) {
        return condition(map, "??|", texts(keys));
    }

    /** {@code map @> part}: whether all pairs of the part are in the map. */
    public static Expression<Boolean> contains(
            Expression<Map<String, @Nullable String>> map, Map<String, @Nullable String> part) {
        return contains(map, value(part));
    }

    /** {@code map @> part}: whether all pairs of the part are in the map. */
    public static Expression<Boolean> contains(
            Expression<Map<String, @Nullable String>> map, Expression<Map<String, @Nullable String>> part) {
        return condition(map, "@>", part);
    }

    /** {@code map <@ whole}: whether all pairs of the map are in the whole. */
    public static Expression<Boolean> containedBy(
            Expression<Map<String, @Nullable String>> map, Map<String, @Nullable String> whole) {
        return condition(map, "<@", value(whole));
    }

    /** Whether there is a key whose value is not null. */
    public static Expression<Boolean> defined(Expression<? extends Map<String, ?>> map, String key) {
        return call("defined", SqlTypes.BOOLEAN, map, Sql.value(key));
    }

    /** {@code map || other}: the pairs of both, the second's where a key is in both. */
    public static Expression<Map<String, @Nullable String>> concat(
            Expression<Map<String, @Nullable String>> map, Map<String, @Nullable String> other) {
        return concat(map, value(other));
    }

    /** {@code map || other}: the pairs of both, the second's where a key is in both. */
    public static Expression<Map<String, @Nullable String>> concat(
            Expression<Map<String, @Nullable String>> map, Expression<Map<String, @Nullable String>> other) {
        return VendorExpression.operator(PostgresqlDialect.VENDOR, map, "||", other, HSTORE);
    }

    /** The map without keys. */
    public static Expression<Map<String, @Nullable String>> delete(
            Expression<Map<String, @Nullable String>> map, String... keys) {
        return call("delete", HSTORE, map, texts(keys));
    }

    /** The map without the pairs that are the same in another. */
    public static Expression<Map<String, @Nullable String>> deletePairs(
            Expression<Map<String, @Nullable String>> map, Map<String, @Nullable String> pairs) {
        return call("delete", HSTORE, map, value(pairs));
    }

    /** The pairs of some keys. */
    public static Expression<Map<String, @Nullable String>> slice(
            Expression<Map<String, @Nullable String>> map, String... keys) {
        return call("slice", HSTORE, map, texts(keys));
    }

    /** {@code hstore(keys, values)}: a map of two arrays. */
    public static Expression<Map<String, @Nullable String>> hstore(
            Expression<? extends List<String>> keys, Expression<? extends List<String>> values) {
        return call("hstore", HSTORE, keys, values);
    }

    /** The keys, in the server's order. */
    public static Expression<List<String>> keys(Expression<? extends Map<String, ?>> map) {
        return call("akeys", TEXTS, map);
    }

    /** The values, some of which may be null, in the order of {@link #keys}. */
    public static Expression<List<String>> values(Expression<? extends Map<String, ?>> map) {
        return call("avals", TEXTS, map);
    }

    /** The map as a JSON object of strings and nulls. */
    public static Expression<String> toJson(Expression<? extends Map<String, ?>> map) {
        return call("hstore_to_jsonb", SqlTypes.JSON, map);
    }

    private static Expression<Map<String, @Nullable String>> value(Map<String, @Nullable String> map) {
        return new Literal<>(map, HSTORE);
    }

    private static Expression<?> texts(String... keys) {
        return new Literal<>(Arrays.asList(keys), TEXTS);
    }

    private static Expression<Boolean> condition(Expression<?> left, String operator, Expression<?> right) {
        return VendorExpression.condition(PostgresqlDialect.VENDOR, left, operator, right);
    }

    private static <T> Expression<T> call(String name, SqlType<T> type, Expression<?>... arguments) {
        return VendorExpression.call(PostgresqlDialect.VENDOR, name, type, arguments);
    }
}
