package org.alkahest.dialect.mysql;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.alkahest.compile.ColumnDefinitions;
import org.alkahest.compile.DialectTraits;
import org.alkahest.compile.IdentifierRules;
import org.alkahest.compile.TypeCompiler;
import org.alkahest.compile.UnsupportedFeatureException;
import org.alkahest.dialect.mysql.MysqlOptions.Charset;
import org.alkahest.dialect.mysql.MysqlOptions.Collation;
import org.alkahest.schema.Column;
import org.alkahest.schema.ColumnOptions.Identity;
import org.alkahest.sql.Expression;
import org.jspecify.annotations.Nullable;

/** MySQL's column definitions (https://dev.mysql.com/doc/refman/9.7/en/create-table.html). */
class MysqlColumns extends ColumnDefinitions {
    private static final Set<String> NOW =
            Set.of("current_timestamp", "current_timestamp()", "now()", "localtimestamp");

    MysqlColumns(DialectTraits traits, IdentifierRules identifiers, TypeCompiler types) {
        super(traits, identifiers, types);
    }

    @Override
    protected String typeOptions(Column<?> column) {
        return column.options()
                        .options()
                        .find(Charset.class)
                        .map(option -> " CHARACTER SET " + option.name())
                        .orElse("")
                + super.typeOptions(column);
    }

    @Override
    protected @Nullable String collation(Column<?> column) {
        Optional<Collation> own = column.options().options().find(Collation.class);
        return own.isPresent() ? own.get().name() : super.collation(column);
    }

    /** Where the numbers start is an option of the table. */
    @Override
    protected String identity(Column<?> column, Identity identity) {
        boolean leadsKey =
                column.isPrimaryKey() && column.owner().primaryKey().get(0).equals(column);
        if (!leadsKey && !column.options().isUnique()) {
            throw new UnsupportedFeatureException(
                    "self-numbering column that begins no key, and '" + column + "' begins none",
                    traits,
                    "Make it the primary key or unique, or give the numbers yourself.");
        }
        if (identity.always() || identity.increment() != 1) {
            throw new UnsupportedFeatureException(
                    "identity that refuses explicit values, or has an increment, for '" + column + "'",
                    traits,
                    "Use generated() without them.");
        }
        return "AUTO_INCREMENT";
    }

    /**
     * Anything but a literal needs parentheses, and so do literals of long text (13.6). The time has as many digits as the
     * column only if it says so.
     */
    @Override
    protected String defaultValue(Expression<?> expression, String sql) {
        return NOW.contains(sql.toLowerCase(Locale.ROOT)) ? "(CURRENT_TIMESTAMP(6))" : "(" + sql + ")";
    }
}
