package org.alkahest.dialect.sqlserver;

import java.util.Optional;
import org.alkahest.compile.ColumnDefinitions;
import org.alkahest.compile.DialectTraits;
import org.alkahest.compile.IdentifierRules;
import org.alkahest.compile.TypeCompiler;
import org.alkahest.dialect.sqlserver.SqlServerOptions.Collation;
import org.alkahest.schema.Column;
import org.alkahest.schema.ColumnOptions.Computed;
import org.alkahest.schema.ColumnOptions.Identity;
import org.alkahest.sql.Expression;
import org.alkahest.sql.Literal;
import org.jspecify.annotations.Nullable;

/** SQL Server's column definitions ("CREATE TABLE (Transact-SQL)", version 16). */
final class SqlServerColumns extends ColumnDefinitions {
    SqlServerColumns(DialectTraits traits, IdentifierRules identifiers, TypeCompiler types) {
        super(traits, identifiers, types);
    }

    @Override
    protected @Nullable String collation(Column<?> column) {
        Optional<Collation> own = column.options().options().find(Collation.class);
        return own.isPresent() ? own.get().name() : super.collation(column);
    }

    @Override
    protected String writeCollation(String name) {
        return SqlServerLiterals.collation(name);
    }

    /** A computed column has the type of its expression, and takes none. */
    @Override
    protected String type(Column<?> column) {
        return column.options().computed() == null ? super.type(column) : "";
    }

    /** Explicit values are refused unless IDENTITY_INSERT is on, so both kinds of identity are this one. */
    @Override
    protected String identity(Column<?> column, Identity identity) {
        return "IDENTITY(" + identity.start() + ", " + identity.increment() + ")";
    }

    /** A constraint without a name would get one that nobody can tell before. */
    @Override
    protected String defaultClause(Column<?> column, Expression<?> expression, String sql) {
        String name = identifiers.shorten("df_" + column.owner().name() + "_" + column.name());
        return "CONSTRAINT " + identifiers.write(name) + " DEFAULT "
                + (expression instanceof Literal<?> ? sql : "(" + sql + ")");
    }

    @Override
    protected String computed(Computed computed) {
        return "AS (" + computed.sql() + ")" + (computed.stored() ? " PERSISTED" : "");
    }

    /** NOT NULL is for persisted columns only. */
    @Override
    protected boolean isNotNullAnyway(Column<?> column) {
        Computed computed = column.options().computed();
        return computed != null && !computed.stored();
    }
}
