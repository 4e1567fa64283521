package org.alkahest.orm;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.alkahest.engine.Engine;
import org.alkahest.orm.mapping.EntityTable;
import org.alkahest.schema.Table;
import org.alkahest.sql.Statement;
import org.alkahest.sql.TableName;
import org.alkahest.sql.TableRef;
import org.alkahest.sql.TablesUsed;
import org.alkahest.type.AlkahestArgumentException;
import org.jspecify.annotations.Nullable;

/**
 * Which tables are in other databases than the session's own. Immutable.
 *
 * @param engines by table; tables that are not there are the session's own engine's
 * @param twoPhase whether transactions are prepared on all engines before they are committed on any
 */
public record Binds(Map<TableName, Engine> engines, boolean twoPhase) {
    /** All tables are in one database. */
    public static final Binds NONE = new Binds(Map.of(), false);

    public Binds {
        engines = Map.copyOf(engines);
    }

    /** A table; of an entity those of its whole hierarchy, and its association tables unless they are bound already. */
    Binds with(TableRef table, Engine engine) {
        Map<TableName, Engine> all = new LinkedHashMap<>(engines);
        all.put(TableName.of(table), engine);
        if (table instanceof EntityTable<?> entity) {
            for (EntityTable<?> each : entity.family()) {
                each.storedTables().forEach(stored -> all.put(TableName.of(stored), engine));
                for (Table associated : each.associatedTables()) {
                    all.putIfAbsent(TableName.of(associated), engine);
                }
            }
        }
        return new Binds(all, twoPhase);
    }

    Binds withTwoPhase() {
        return new Binds(engines, true);
    }

    /** The engine of a table, or null for the session's own. */
    @Nullable
    Engine engine(TableRef table) {
        return engines.isEmpty() ? null : engines.get(TableName.of(table));
    }

    /**
     * The engine of a statement's tables, or null for the session's own. Errors with ALK-2146 if they are in several
     * databases.
     */
    @Nullable
    Engine engine(Statement statement) {
        if (engines.isEmpty()) {
            return null;
        }
        TablesUsed used = TablesUsed.of(statement);
        Set<TableName> tables = new LinkedHashSet<>(used.written());
        tables.addAll(used.read());
        Engine found = null;
        TableName first = null;
        for (TableName table : tables) {
            Engine engine = engines.get(table);
            if (first != null && engine != found) {
                throw new AlkahestArgumentException(
                        "ALK-2146",
                        "Cannot execute the statement: tables '" + first.name() + "' and '" + table.name()
                                + "' are in different databases, by the engines that they are bound to. Query one after"
                                + " the other; references and collections are loaded that way.");
            }
            first = table;
            found = engine;
        }
        return found;
    }
}
