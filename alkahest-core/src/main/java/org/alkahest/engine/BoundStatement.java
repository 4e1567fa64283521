package org.alkahest.engine;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
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

    /** Errors with ALK-1016 if names are missing, ALK-1017 if the statement has no such parameter. */
    void requireNames(Map<String, ?> parameters) {
        if (!named && parameters.isEmpty()) {
            return;
        }
        TreeSet<String> expected = new TreeSet<>();
        for (Object slot : slots) {
            if (slot instanceof NamedSlot name) {
                expected.add(name.name());
            }
        }
        TreeSet<String> missing = new TreeSet<>(expected);
        missing.removeAll(parameters.keySet());
        if (!missing.isEmpty()) {
            throw new AlkahestArgumentException(
                    "ALK-1016",
                    "Cannot execute the statement: it was given no value for " + missing
                            + ". Give one by name, null included. SQL: " + sql());
        }
        TreeSet<String> unknown = new TreeSet<>(parameters.keySet());
        unknown.removeAll(expected);
        if (!unknown.isEmpty()) {
            throw new AlkahestArgumentException(
                    "ALK-1017",
                    "Cannot execute the statement: it has no parameter " + unknown + ", only " + expected
                            + ". Correct the name. SQL: " + sql());
        }
    }

    /** Binds every placeholder. */
    void bind(PreparedStatement target, Map<String, ?> parameters) throws SQLException {
        List<Bind> binds = compiled.binds();
        for (int i = 0; i < binds.size(); i++) {
            Bind bind = binds.get(i);
            write(target, i + 1, bind, value(bind, parameters));
        }
    }

    /** The values in the order of the placeholders. */
    List<@Nullable Object> values(Map<String, ?> parameters) {
        List<@Nullable Object> values = new ArrayList<>(compiled.binds().size());
        for (Bind bind : compiled.binds()) {
            values.add(value(bind, parameters));
        }
        return Collections.unmodifiableList(values);
    }

    private @Nullable Object value(Bind bind, Map<String, ?> parameters) {
        Object value = slots.get(bind.slot());
        return value instanceof NamedSlot name ? parameters.get(name.name()) : value;
    }

    @SuppressWarnings("unchecked") // a value that is not of the codec's type is reported
    private void write(PreparedStatement target, int index, Bind bind, @Nullable Object value) throws SQLException {
        if (value == null) {
            bind.codec().writeNull(target, index);
            return;
        }
        try {
            ((Codec<Object>) codec(bind, value)).write(target, index, value);
        } catch (ClassCastException e) {
            throw new AlkahestArgumentException(
                    "ALK-1018",
                    "Cannot bind placeholder " + index + ": its type is " + bind.type() + " of "
                            + bind.type().javaType().getSimpleName() + " and the value is a "
                            + value.getClass().getName() + ". Give a value of that type. SQL: " + sql(),
                    e);
        } catch (DateTimeException | ArithmeticException e) {
            throw new AlkahestArgumentException(
                    "ALK-1410",
                    "Cannot bind placeholder " + index + ": the value " + value + " of " + bind.type()
                            + " is too far away for the database or its driver. Use null for no limit, or map the"
                            + " column as a number. SQL: " + sql(),
                    e);
        }
    }

    /** A parameter of text has no type of its own: its value's class tells it, where it is an everyday one. */
    private Codec<?> codec(Bind bind, Object value) {
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
