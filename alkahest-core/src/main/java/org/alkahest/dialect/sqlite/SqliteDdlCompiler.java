package org.alkahest.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.alkahest.compile.ColumnDefinitions;
import org.alkahest.compile.DdlCompiler;
import org.alkahest.compile.DialectTraits;
import org.alkahest.compile.IdentifierRules;
import org.alkahest.compile.SqlCompiler;
import org.alkahest.compile.UnsupportedFeatureException;
import org.alkahest.dialect.sqlite.SqliteOptions.Flag;
import org.alkahest.schema.Column;
import org.alkahest.schema.ConstraintOption;
import org.alkahest.schema.ForeignKey;
import org.alkahest.schema.Index;
import org.alkahest.schema.Options;
import org.alkahest.schema.Table;
import org.alkahest.sql.OrderItem;

/** SQLite's DDL (https://www.sqlite.org/lang.html, 3.54). */
final class SqliteDdlCompiler extends DdlCompiler {
    private final boolean strictTables;

    SqliteDdlCompiler(
            DialectTraits traits,
            IdentifierRules identifiers,
            ColumnDefinitions columns,
            Supplier<? extends SqlCompiler> sqlCompiler,
            boolean strictTables) {
        super(traits, identifiers, columns, sqlCompiler);
        this.strictTables = strictTables;
    }

    @Override
    protected String key(String kind, List<? extends Column<?>> keys, Options<ConstraintOption> options) {
        return super.key(kind, keys, options) + SqliteColumns.onConflict(options);
    }

    @Override
    protected String tableOptions(Table table) {
        List<String> words = new ArrayList<>();
        if (table.tableOptions().has(Flag.WITHOUT_ROWID)) {
            words.add("WITHOUT ROWID");
        }
        if (table.tableOptions().has(Flag.STRICT)) {
            if (!strictTables) {
                throw new UnsupportedFeatureException("STRICT tables before 3.37", traits, "Leave the option out.");
            }
            words.add("STRICT");
        }
        return words.isEmpty() ? "" : " " + String.join(", ", words);
    }

    /** A foreign key stays within its database, which is therefore not named. */
    @Override
    protected String referredTable(ForeignKey key) {
        return identifiers.write(key.target().name());
    }

    /** The schema stands before the index, not before its table (lang_createindex.html). */
    @Override
    protected String indexName(Table table, String name) {
        return identifiers.qualified(table.schema(), name);
    }

    @Override
    protected String indexedTable(Table table) {
        return identifiers.write(table.name());
    }

    @Override
    protected String indexItem(Index index, OrderItem item) {
        if (item.nulls() != OrderItem.Nulls.DEFAULT) {
            throw new UnsupportedFeatureException(
                    "NULLS FIRST or LAST in an index", traits, "Leave it out; NULLs come first.");
        }
        return super.indexItem(index, item);
    }

    /** DROP TABLE deletes the rows first, which referring rows would forbid (foreignkeys.html, section 5). */
    @Override
    protected String deferForeignKeys() {
        return "PRAGMA defer_foreign_keys = ON";
    }
}
