package org.alkahest.dialect.oracle;

import java.util.Optional;
import org.alkahest.compile.ColumnDefinitions;
import org.alkahest.compile.CompileException;
import org.alkahest.compile.DialectTraits;
import org.alkahest.compile.IdentifierRules;
import org.alkahest.compile.TypeCompiler;
import org.alkahest.compile.UnsupportedFeatureException;
import org.alkahest.dialect.oracle.OracleOptions.Collation;
import org.alkahest.dialect.oracle.OracleOptions.IdentityFlag;
import org.alkahest.dialect.oracle.OracleOptions.National;
import org.alkahest.schema.Column;
import org.alkahest.schema.ColumnOption;
import org.alkahest.schema.ColumnOptions.Computed;
import org.alkahest.schema.ColumnOptions.Identity;
import org.alkahest.schema.Options;
import org.alkahest.type.TypeName;
import org.jspecify.annotations.Nullable;

/** Oracle's column definitions (19c SQL Language Reference, "CREATE TABLE", column_definition and virtual_column_definition). */
final class OracleColumns extends ColumnDefinitions {
    OracleColumns(DialectTraits traits, IdentifierRules identifiers, TypeCompiler types) {
        super(traits, identifiers, types);
    }

    @Override
    protected @Nullable String collation(Column<?> column) {
        Optional<Collation> own = column.options().options().find(Collation.class);
        return own.isPresent() ? own.get().name() : super.collation(column);
    }

    /** Collations are no objects of a schema: in quotes, their case would count. */
    @Override
    protected String writeCollation(String name) {
        return OracleSqlCompiler.COLLATION.matcher(name).matches() ? name : super.writeCollation(name);
    }

    /** "Data Types": the national types are named as the others, with an N before. */
    @Override
    protected String type(Column<?> column) {
        String type = super.type(column);
        boolean text = column.type().name().category() == TypeName.Category.STRING;
        if (!text || !column.options().options().has(National.NATIONAL)) {
            return type;
        }
        return "N" + type.replace(" CHAR)", ")"); // their lengths are always characters
    }

    @Override
    protected String identity(Column<?> column, Identity identity) {
        Options<ColumnOption> options = column.options().options();
        String sql = super.identity(column, identity);
        if (options.has(IdentityFlag.ON_NULL)) {
            if (identity.always()) {
                throw new CompileException(
                        "ALK-1322",
                        "Cannot number nulls of column '" + column + "': its identity refuses every explicit value. Let"
                                + " it be by default, or leave the option out.");
            }
            sql = sql.replaceFirst("BY DEFAULT", "BY DEFAULT ON NULL");
        }
        if (options.has(IdentityFlag.ORDER)) {
            sql = sql.endsWith(")") ? sql.substring(0, sql.length() - 1) + " ORDER)" : sql + " (ORDER)";
        }
        return sql;
    }

    @Override
    protected String computed(Computed computed) {
        if (computed.stored()) {
            throw new UnsupportedFeatureException(
                    "stored computed columns", traits, "Declare it as virtual, or fill the column by a trigger.");
        }
        return super.computed(computed);
    }

    /** An identity column is ("identity_clause"). */
    @Override
    protected boolean isNotNullAnyway(Column<?> column) {
        return column.isGenerated();
    }
}
