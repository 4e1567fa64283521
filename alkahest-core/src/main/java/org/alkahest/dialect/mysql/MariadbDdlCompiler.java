package org.alkahest.dialect.mysql;

import java.util.function.Supplier;
import org.alkahest.compile.ColumnDefinitions;
import org.alkahest.compile.DialectTraits;
import org.alkahest.compile.IdentifierRules;
import org.alkahest.compile.SqlCompiler;
import org.alkahest.compile.UnsupportedFeatureException;
import org.alkahest.schema.Column;
import org.alkahest.schema.DdlElement.DropForeignKey;
import org.alkahest.schema.Index;
import org.alkahest.sql.OrderItem;

/** MariaDB's DDL where it differs from MySQL's (10.11, "ALTER TABLE" and "CREATE INDEX"). */
final class MariadbDdlCompiler extends MysqlDdlCompiler {
    MariadbDdlCompiler(
            DialectTraits traits,
            IdentifierRules identifiers,
            ColumnDefinitions columns,
            Supplier<? extends SqlCompiler> sqlCompiler) {
        super(traits, identifiers, columns, sqlCompiler);
    }

    @Override
    protected String dropForeignKey(DropForeignKey element) {
        return "ALTER TABLE " + name(element.table()) + " DROP FOREIGN KEY IF EXISTS "
                + identifiers.write(names.foreignKey(element.table(), element.key()));
    }

    @Override
    protected String sequenceCache(int numbers) {
        return numbers <= 1 ? " NOCACHE" : super.sequenceCache(numbers);
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
