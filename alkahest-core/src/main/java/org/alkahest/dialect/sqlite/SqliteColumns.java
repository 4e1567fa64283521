package org.alkahest.dialect.sqlite;

import java.util.Optional;
import org.alkahest.compile.ColumnDefinitions;
import org.alkahest.compile.CompileException;
import org.alkahest.compile.DialectTraits;
import org.alkahest.compile.IdentifierRules;
import org.alkahest.compile.TypeCompiler;
import org.alkahest.compile.UnsupportedFeatureException;
import org.alkahest.dialect.sqlite.SqliteOptions.Collation;
import org.alkahest.dialect.sqlite.SqliteOptions.ColumnFlag;
import org.alkahest.dialect.sqlite.SqliteOptions.Flag;
import org.alkahest.dialect.sqlite.SqliteOptions.NotNull;
import org.alkahest.dialect.sqlite.SqliteOptions.OnConflict;
import org.alkahest.schema.Column;
import org.alkahest.schema.ColumnOptions.Identity;
import org.alkahest.schema.ConstraintOption;
import org.alkahest.schema.Options;
import org.alkahest.schema.Table;
import org.alkahest.sql.Expression;
import org.alkahest.sql.Literal;
import org.alkahest.type.TypeName;
import org.jspecify.annotations.Nullable;

/** SQLite's column definitions (https://www.sqlite.org/lang_createtable.html, 3.54). */
final class SqliteColumns extends ColumnDefinitions {
    SqliteColumns(DialectTraits traits, IdentifierRules identifiers, TypeCompiler types) {
        super(traits, identifiers, types);
    }

    /** Only the very word INTEGER makes a primary key the row id, which numbers itself (section 5). It has 64 bits. */
    @Override
    protected String type(Column<?> column) {
        if (column.isGenerated()) {
            return "INTEGER";
        }
        return column.owner().tableOptions().has(Flag.STRICT) ? strict(column) : super.type(column);
    }

    /** Five types are allowed and ANY, which keeps each value as it is sent (stricttables.html, sections 2 and 3). */
    private String strict(Column<?> column) {
        return column.type().name() == TypeName.DECIMAL ? "ANY" : types.castType(column.type());
    }

    @Override
    protected String typeOptions(Column<?> column) {
        if (column.options().options().has(ColumnFlag.AUTOINCREMENT) && !column.isGenerated()) {
            throw new CompileException(
                    "ALK-1322",
                    "Cannot define column '" + column + "': AUTOINCREMENT is for columns that number themselves. Add"
                            + " generated(), or leave the option out.");
        }
        return super.typeOptions(column);
    }

    @Override
    protected @Nullable String collation(Column<?> column) {
        Optional<Collation> own = column.options().options().find(Collation.class);
        return own.isPresent() ? own.get().name() : super.collation(column);
    }

    @Override
    protected String notNull(Column<?> column) {
        return super.notNull(column)
                + column.options()
                        .options()
                        .find(NotNull.class)
                        .map(option -> " ON CONFLICT " + option.conflict())
                        .orElse("");
    }

    /** The conflict clause of a key, with a blank before it. */
    static String onConflict(Options<ConstraintOption> options) {
        return options.find(OnConflict.class)
                .map(option -> " ON CONFLICT " + option.conflict())
                .orElse("");
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
        if (column.owner().tableOptions().has(Flag.WITHOUT_ROWID)) {
            throw new CompileException(
                    "ALK-1322",
                    "Cannot number column '" + column + "': a table WITHOUT ROWID has no numbers to give. Leave the"
                            + " option or generated() out.");
        }
        return "PRIMARY KEY" + onConflict(column.owner().primaryKeyOptions())
                + (column.options().options().has(ColumnFlag.AUTOINCREMENT) ? " AUTOINCREMENT" : "");
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
