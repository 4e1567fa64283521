package org.alkahest.compile;

import java.util.function.Function;
import org.alkahest.compile.Styles.CommentStyle;
import org.alkahest.schema.Column;
import org.alkahest.schema.ColumnOptions.Computed;
import org.alkahest.schema.ColumnOptions.Identity;
import org.alkahest.schema.Table;
import org.alkahest.sql.Expression;
import org.alkahest.sql.Sql;
import org.alkahest.type.ExtensionPoint;
import org.jspecify.annotations.Nullable;

/** Column definitions of CREATE TABLE (SQL:2023 part 2, 11.4). Stateless and thread-safe. */
@ExtensionPoint("dialects override how a column is numbered or computed")
public class ColumnDefinitions {
    protected final DialectTraits traits;
    protected final IdentifierRules identifiers;
    protected final TypeCompiler types;

    public ColumnDefinitions(DialectTraits traits, IdentifierRules identifiers, TypeCompiler types) {
        this.traits = traits;
        this.identifiers = identifiers;
        this.types = types;
    }

    /** @param expressions writes an expression as SQL text */
    final String define(Column<?> column, Function<Expression<?>, String> expressions) {
        StringBuilder sql = new StringBuilder(identifiers.write(column.name()));
        traits.require(column.type());
        String type = type(column);
        sql.append(type.isEmpty() ? "" : " ").append(type).append(typeOptions(column));
        Identity identity = column.options().identity();
        Expression<?> serverDefault = column.options().serverDefault();
        Computed computed = column.options().computed();
        requireOneSource(column, identity, serverDefault, computed);
        if (identity != null) {
            sql.append(' ').append(identity(column, identity));
        } else if (serverDefault != null) {
            sql.append(' ').append(defaultClause(column, serverDefault, expressions.apply(serverDefault)));
        } else if (computed != null) {
            sql.append(' ').append(computed(computed));
        }
        if (!column.isNullable() && !isNotNullAnyway(column)) {
            sql.append(notNull(column));
        }
        String comment = column.options().comment();
        if (comment != null && traits.comments() == CommentStyle.INLINE) {
            sql.append(" COMMENT ").append(expressions.apply(Sql.value(comment)));
        }
        return sql.toString();
    }

    private static void requireOneSource(
            Column<?> column, @Nullable Identity identity, @Nullable Expression<?> value, @Nullable Computed computed) {
        int sources = (identity == null ? 0 : 1) + (value == null ? 0 : 1) + (computed == null ? 0 : 1);
        if (sources > 1) {
            throw new CompileException(
                    "ALK-1311",
                    "Cannot define column '" + column + "': it is given more than one of identity, default and computed"
                            + " expression. Keep one of them.");
        }
    }

    /**
     * The column's type; a dialect may need another one for a column that numbers itself, and none (an empty text) for
     * one that is computed.
     */
    protected String type(Column<?> column) {
        return types.columnType(column.type());
    }

    /** What follows the type, with a blank before it: the collation. */
    protected String typeOptions(Column<?> column) {
        String collation = collation(column);
        if (collation == null) {
            return "";
        }
        traits.require(Feature.COLUMN_COLLATION);
        return " COLLATE " + writeCollation(collation);
    }

    /** The name of the column's collation, or null for the database's. */
    protected @Nullable String collation(Column<?> column) {
        return column.options().collation();
    }

    /** The name of a collation as it is written. */
    protected String writeCollation(String name) {
        return identifiers.write(name);
    }

    /** NOT NULL, with a blank before it. */
    protected String notNull(Column<?> column) {
        return " NOT NULL";
    }

    /** What makes a column number itself. */
    protected String identity(Column<?> column, Identity identity) {
        String generated = "GENERATED " + (identity.always() ? "ALWAYS" : "BY DEFAULT") + " AS IDENTITY";
        if (identity.start() == 1 && identity.increment() == 1) {
            return generated;
        }
        return generated + " (START WITH " + identity.start() + " INCREMENT BY " + identity.increment() + ")";
    }

    /** What gives a column its default. */
    protected String defaultClause(Column<?> column, Expression<?> expression, String sql) {
        return "DEFAULT " + defaultValue(expression, sql);
    }

    /** What follows DEFAULT. */
    protected String defaultValue(Expression<?> expression, String sql) {
        return sql;
    }

    /** What makes the database compute a column. */
    protected String computed(Computed computed) {
        return "GENERATED ALWAYS AS (" + computed.sql() + ") " + (computed.stored() ? "STORED" : "VIRTUAL");
    }

    /** Whether NOT NULL goes without saying. */
    protected boolean isNotNullAnyway(Column<?> column) {
        return false;
    }

    /** Whether a column's own definition makes it the primary key, so that no constraint does. */
    protected boolean definesPrimaryKey(Table table) {
        return false;
    }
}
