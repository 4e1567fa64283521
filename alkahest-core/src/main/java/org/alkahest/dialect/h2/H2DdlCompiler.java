package org.alkahest.dialect.h2;

import java.util.function.Supplier;
import org.alkahest.compile.ColumnDefinitions;
import org.alkahest.compile.DdlCompiler;
import org.alkahest.compile.DialectTraits;
import org.alkahest.compile.IdentifierRules;
import org.alkahest.compile.SqlCompiler;
import org.alkahest.compile.UnsupportedFeatureException;
import org.alkahest.schema.Column;
import org.alkahest.schema.Index;
import org.alkahest.schema.Table;
import org.alkahest.sql.OrderItem;

/** H2's DDL (https://h2database.com/html/commands.html, 2.5). */
final class H2DdlCompiler extends DdlCompiler {
    H2DdlCompiler(
            DialectTraits traits,
            IdentifierRules identifiers,
            ColumnDefinitions columns,
            Supplier<? extends SqlCompiler> sqlCompiler) {
        super(traits, identifiers, columns, sqlCompiler);
    }

    /** Without a schema the index would be sought in the connection's own. */
    @Override
    protected String indexName(Table table, String name) {
        return identifiers.qualified(table.schema(), name);
    }

    @Override
    protected String indexItem(Index index, OrderItem item) {
        if (!(item.expression() instanceof Column<?>)) {
            throw new UnsupportedFeatureException(
                    "index on an expression", traits, "Index a computed column that holds the expression.");
        }
        return super.indexItem(index, item);
    }
}
