package org.alkahest.dialect.mysql;

import org.alkahest.compile.DialectTraits;
import org.alkahest.compile.IdentifierRules;
import org.alkahest.compile.TypeCompiler;
import org.alkahest.schema.Column;

/** MariaDB's column definitions (10.11, "CREATE TABLE" and "Generated Columns"). */
final class MariadbColumns extends MysqlColumns {
    MariadbColumns(DialectTraits traits, IdentifierRules identifiers, TypeCompiler types) {
        super(traits, identifiers, types);
    }

    /** A generated column takes no NOT NULL. */
    @Override
    protected boolean isNotNullAnyway(Column<?> column) {
        return column.options().computed() != null;
    }
}
