package org.alkahest.dialect.sqlite;

import org.alkahest.compile.ColumnDefinitions;
import org.alkahest.compile.DialectTraits;
import org.alkahest.compile.IdentifierRules;
import org.alkahest.compile.TypeCompiler;
import org.alkahest.compile.UnsupportedFeatureException;
import org.alkahest.schema.Column;
import org.alkahest.schema.ColumnOptions.Identity;
import org.alkahest.schema.Table;
import org.alkahest.sql.Expression;
import org.alkahest.sql.Literal;

/** SQLite's column definitions (https://www.sqlite.org/lang_createtable.html, 3.54). */
final class SqliteColumns extends ColumnDefinitions {
    SqliteColumns(DialectTraits traits, IdentifierRules identifiers, TypeCompiler types) {
        super(traits, identifiers, types);
    }

    /** Only the very word INTEGER makes a primary key the row id, which numbers itself (section 5). It has 64 bits. */
    @Override
    protected String type(Column<?> column) {
        return column.isGenerated() ? "INTEGER" : super.type(column);
    }

    @Override
    protected String identity(Column<?> column, Identity identity) {
        if (!column.isPrimaryKey() || column.owner().primaryKey().size() > 1) {
            throw new UnsupportedFeatureException(
                    "self-numbering column but a lone primary key, and '" + column + "' is none",
                    traits,
                    "Make it the only key column, or give the numbers yourself.");
        }
        if (identity.always() || identity.start() != 1 || identity.increment() != 1) {
            throw new UnsupportedFeatureException(
                    "identity that refuses explicit values, or has a start or an increment, for '" + column + "'",
                    traits,
                    "Use generated() without them.");
        }
        return "PRIMARY KEY";
    }

    /** The row id is never null. */
    @Override
    protected boolean isNotNullAnyway(Column<?> column) {
        return column.isGenerated();
    }

    @Override
    protected boolean definesPrimaryKey(Table table) {
        return table.primaryKey().stream().anyMatch(Column::isGenerated);
    }

    /** Anything but a literal needs parentheses (section 3.2). */
    @Override
    protected String defaultValue(Expression<?> expression, String sql) {
        return expression instanceof Literal<?> ? sql : "(" + sql + ")";
    }
}
