package org.alkahest.engine;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import org.alkahest.compile.Compiled;
import org.alkahest.compile.Compiled.Bind;
import org.alkahest.compile.StatementKey;
import org.alkahest.compile.StatementKey.NamedSlot;
import org.alkahest.dialect.Dialect;
import org.alkahest.sql.Statement;
import org.alkahest.type.AlkahestArgumentException;
import org.alkahest.type.Codec;
import org.alkahest.type.Codecs;
import org.alkahest.type.SqlType;
import org.alkahest.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A statement's compiled form with the values of the statement at hand. */
final class BoundStatement {
    /** When a statement is compiled: once per structure, or each time where its compiled form is not kept. */
    private static final Logger LINT = LoggerFactory.getLogger("org.alkahest.lint");

    private final Compiled compiled;
    private final CacheState cacheState;
    private final List<@Nullable Object> slots;
    private final boolean named;
    private final Codecs codecs;

    private BoundStatement(
            Compiled compiled, CacheState cacheState, List<@Nullable Object> slots, boolean named, Codecs codecs) {
        this.compiled = compiled;
        this.cacheState = cacheState;
        this.slots = slots;
        this.named = named;
        this.codecs = codecs;
    }

    /** Walks the statement, and compiles it unless the cache has its structure. */
    static BoundStatement of(Statement statement, StatementCache cache, Dialect dialect) {
        StatementKey.Walk walk = StatementKey.walk(statement);
        StatementKey key = walk.key();
        Compiled compiled = walk.isComplete() ? cache.find(key) : null;
        CacheState state = CacheState.CACHED;
        if (compiled == null) {
            compiled = dialect.sqlCompiler().compile(statement, walk);
            state = compiled.cacheable() ? CacheState.COMPILED : CacheState.UNCACHED;
            cache.put(key, compiled);
            for (String warning : compiled.warnings()) {
                LINT.warn("{} SQL: {}", warning, compiled.sql());
            }
        }
        return new BoundStatement(compiled, state, walk.values(), walk.hasNamedSlots(), dialect.codecs());
    }

    Compiled compiled() {
        return compiled;
    }

    String sql() {
        return compiled.sql();
    }

    CacheState cacheState() {
        return cacheState;
    }

    private void requireNames(Collection<String> given) {
        TreeSet<String> expected = new TreeSet<>();
        for (Object slot : slots) {
            if (slot instanceof NamedSlot name) {
                expected.add(name.name());
            }
        }
        requireNames(expected, given, sql());
    }

    /** Errors with ALK-1016 or ALK-1017 unless both are the same names. */
    static void requireNames(Collection<String> expected, Collection<String> given, String sql) {
        TreeSet<String> missing = new TreeSet<>(expected);
        missing.removeAll(given);
        if (!missing.isEmpty()) {
            throw new AlkahestArgumentException(
                    "ALK-1016",
                    "Cannot execute the statement: it was given no value for " + missing
                            + ". Give one by name, null included. SQL: " + sql);
        }
        TreeSet<String> unknown = new TreeSet<>(given);
        unknown.removeAll(expected);
        if (!unknown.isEmpty()) {
            throw new AlkahestArgumentException(
                    "ALK-1017",
                    "Cannot execute the statement: it has no parameter " + unknown + ", only " + new TreeSet<>(expected)
                            + ". Correct the name. SQL: " + sql);
        }
    }

    /** Where the value of each placeholder is among the names of rows, or -1 for the statement's own. Errors as requireNames. */
    int[] places(ParameterRows rows) {
        if (named || !rows.names().isEmpty()) {
            requireNames(rows.names());
        }
        if (rows instanceof NamedRows maps) {
            maps.requireSameNames(this::requireNames);
        }
        int[] places = new int[compiled.binds().size()];
        for (int i = 0; i < places.length; i++) {
            Object value = slots.get(compiled.binds().get(i).slot());
            places[i] = value instanceof NamedSlot slot ? rows.names().indexOf(slot.name()) : -1;
        }
        return places;
    }

    /** Binds every placeholder to the values of a row. */
    void bind(PreparedStatement target, ParameterRows rows, int row, int[] places) throws SQLException {
        List<Bind> binds = compiled.binds();
        for (int i = 0; i < places.length; i++) {
            Bind bind = binds.get(i);
            write(target, i + 1, bind, places[i] < 0 ? slots.get(bind.slot()) : rows.value(row, places[i]));
        }
    }

    /** The values of all rows, in the order of the placeholders. */
    List<List<@Nullable Object>> values(ParameterRows rows, int[] places) {
        List<List<@Nullable Object>> all = new ArrayList<>(rows.size());
        for (int row = 0; row < rows.size(); row++) {
            List<@Nullable Object> values = new ArrayList<>(places.length);
            for (int i = 0; i < places.length; i++) {
                values.add(places[i] < 0 ? slots.get(compiled.binds().get(i).slot()) : rows.value(row, places[i]));
            }
            all.add(Collections.unmodifiableList(values));
        }
        return Collections.unmodifiableList(all);
    }

    private void write(PreparedStatement target, int index, Bind bind, @Nullable Object value) throws SQLException {
        write(target, index, bind, value, codecs, sql());
    }

    /** Binds one placeholder; errors with ALK-1018 or ALK-1410 for a value that cannot be. */
    @SuppressWarnings("unchecked") // a value that is not of the codec's type is reported
    static void write(PreparedStatement target, int index, Bind bind, @Nullable Object value, Codecs codecs, String sql)
            throws SQLException {
        if (value == null) {
            bind.codec().writeNull(target, index);
            return;
        }
        try {
            ((Codec<Object>) codec(bind, value, codecs)).write(target, index, value);
        } catch (ClassCastException e) {
            throw new AlkahestArgumentException(
                    "ALK-1018",
                    "Cannot bind placeholder " + index + ": its type is " + bind.type() + " of "
                            + bind.type().javaType().getSimpleName() + " and the value is a "
                            + value.getClass().getName() + ". Give a value of that type. SQL: " + sql,
                    e);
        } catch (DateTimeException | ArithmeticException e) {
            throw new AlkahestArgumentException(
                    "ALK-1410",
                    "Cannot bind placeholder " + index + ": the value " + value + " of " + bind.type()
                            + " is too far away for the database or its driver. Use null for no limit, or map the"
                            + " column as a number. SQL: " + sql,
                    e);
        }
    }

    /** A parameter of text has no type of its own: its value's class tells it, where it is an everyday one. */
    private static Codec<?> codec(Bind bind, Object value, Codecs codecs) {
        if (!bind.type().equals(SqlTypes.OTHER)) {
            return bind.codec();
        }
        SqlType<?> type = everydayType(value);
        return type == null ? bind.codec() : codecs.codec(type);
    }

    private static @Nullable SqlType<?> everydayType(Object value) {
        try {
            return SqlTypes.of(value.getClass());
        } catch (AlkahestArgumentException e) {
            return null;
        }
    }
}
