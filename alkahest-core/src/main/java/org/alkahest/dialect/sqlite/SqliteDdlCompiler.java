package org.alkahest.dialect.sqlite;

import java.util.function.Supplier;
import org.alkahest.compile.ColumnDefinitions;
import org.alkahest.compile.DdlCompiler;
import org.alkahest.compile.DialectTraits;
import org.alkahest.compile.IdentifierRules;
import org.alkahest.compile.SqlCompiler;
import org.alkahest.compile.UnsupportedFeatureException;
import org.alkahest.schema.Table;
import org.alkahest.sql.OrderItem;

/** SQLite's DDL (https://www.sqlite.org/lang.html, 3.54). */
final class SqliteDdlCompiler extends DdlCompiler {
    SqliteDdlCompiler(
            DialectTraits traits,
            IdentifierRules identifiers,
            ColumnDefinitions columns,
            Supplier<? extends SqlCompiler> sqlCompiler) {
        super(traits, identifiers, columns, sqlCompiler);
    }

    /** A foreign key stays within its database, which is therefore not named. */
    @Override
    protected String referredTable(Table target) {
        return identifiers.write(target.name());
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
    protected String indexItem(OrderItem item) {
        if (item.nulls() != OrderItem.Nulls.DEFAULT) {
            throw new UnsupportedFeatureException(
                    "NULLS FIRST or LAST in an index", traits, "Leave it out; NULLs come first.");
        }
        return super.indexItem(item);
    }

    /** DROP TABLE deletes the rows first, which referring rows would forbid (foreignkeys.html, section 5). */
    @Override
    protected String deferForeignKeys() {
        return "PRAGMA defer_foreign_keys = ON";
    }
}
