package org.alkahest.dialect.sqlserver;

import java.util.List;
import java.util.Objects;
import org.alkahest.compile.DialectTraits;
import org.alkahest.compile.IdentifierRules;
import org.alkahest.compile.TypeCompiler;
import org.alkahest.compile.UnsupportedFeatureException;
import org.alkahest.schema.Column;
import org.alkahest.schema.ColumnOptions.Identity;
import org.alkahest.sql.ColumnRef;
import org.alkahest.sql.DefaultValue;
import org.alkahest.sql.Delete;
import org.alkahest.sql.DmlStatement;
import org.alkahest.sql.Expression;
import org.alkahest.sql.Insert;
import org.alkahest.sql.Merge;
import org.alkahest.sql.MergeBranch;
import org.alkahest.sql.Returning;
import org.alkahest.sql.RowImage;
import org.alkahest.sql.Statement;
import org.alkahest.sql.TableRef;
import org.alkahest.sql.Update;
import org.alkahest.type.Codecs;
import org.jspecify.annotations.Nullable;

/** SQL Server's INSERT, UPDATE, DELETE and MERGE ("Statements" and "OUTPUT clause (Transact-SQL)", version 16). */
final class SqlServerSqlCompiler extends SqlServerQueries {
    /** "Table value constructor": more rows than this stand only in a derived table. */
    private static final int MAX_VALUES_ROWS = 1_000;

    private @Nullable Returning<?> returning;

    /** What OUTPUT is being written of, or null outside it. */
    private @Nullable DmlStatement output;

    /** Where OUTPUT puts its rows, or null if they are the statement's result. */
    private @Nullable OutputTable outputTable;

    SqlServerSqlCompiler(DialectTraits traits, IdentifierRules identifiers, TypeCompiler types, Codecs codecs) {
        super(traits, identifiers, types, codecs);
    }

    /**
     * Values for an identity column are refused unless the session says otherwise ("SET IDENTITY_INSERT"), for one table at
     * a time. In a prepared statement the setting ends with the statement even if that fails ("SET Statements", remarks).
     */
    @Override
    protected void visitStatement(Statement statement) {
        DmlStatement dml =
                statement instanceof Returning<?> r ? r.statement() : statement instanceof DmlStatement d ? d : null;
        if (dml == null) {
            super.visitStatement(statement);
            return;
        }
        OutputTable table = statement instanceof Returning<?> r ? OutputTable.of(r, types) : null;
        outputTable = table;
        append(table == null ? "" : table.before());
        String setting = "SET IDENTITY_INSERT "
                + identifiers.qualified(dml.table().schema(), dml.table().name());
        boolean sets = givesIdentity(dml);
        append(sets ? setting + " ON; " : "");
        super.visitStatement(statement);
        String end = isMerge(dml) ? " " : "; ";
        append(sets ? end + setting + " OFF" : "");
        append(table == null ? "" : (sets ? "; " : end) + table.after());
    }

    private static boolean isMerge(DmlStatement statement) {
        return statement instanceof Merge
                || (statement instanceof Insert insert && !insert.conflicts().isEmpty());
    }

    private static boolean givesIdentity(DmlStatement statement) {
        return switch (statement) {
            case Insert insert -> insert.columns().stream().anyMatch(SqlServerSqlCompiler::takesValues);
            case Merge merge ->
                merge.branches().stream()
                        .map(MergeBranch::action)
                        .filter(MergeBranch.Action.Insert.class::isInstance)
                        .map(MergeBranch.Action.Insert.class::cast)
                        .flatMap(insert -> insert.assignments().stream())
                        .flatMap(assignment -> assignment.columns().stream())
                        .anyMatch(SqlServerSqlCompiler::takesValues);
            case Update update -> false;
            case Delete delete -> false;
        };
    }

    /** A column that always numbers itself is left to the database, which refuses the value. */
    private static boolean takesValues(ColumnRef<?> column) {
        Identity identity = column instanceof Column<?> c ? c.options().identity() : null;
        return identity != null && !identity.always();
    }

    @Override
    protected void visitReturning(Returning<?> statement) {
        returning = statement;
        visitDml(statement.statement());
        returning = null;
    }

    /** Returned rows come in no order. */
    @Override
    protected void visitOutput(DmlStatement statement) {
        Returning<?> wanted = returning;
        if (wanted != null) {
            append(" OUTPUT ");
            output = statement;
            visitOutputColumns(wanted.selection());
            append(outputTable == null ? "" : OutputTable.INTO);
            output = null;
        }
    }

    /** The target's columns are those of an image of its row. */
    @Override
    protected void visitColumn(ColumnRef<?> column) {
        DmlStatement statement = output;
        if (statement == null || !isTarget(statement.table(), column)) {
            super.visitColumn(column);
            return;
        }
        append(statement instanceof Delete ? "DELETED." : "INSERTED.");
        appendIdentifier(column.name());
    }

    private static boolean isTarget(TableRef target, ColumnRef<?> column) {
        return column.owner() instanceof TableRef owner
                && owner.name().equals(target.name())
                && Objects.equals(owner.schema(), target.schema())
                && Objects.equals(owner.alias(), target.alias());
    }

    @Override
    protected void visitImage(RowImage<?> image) {
        switch (image.kind()) {
            case OLD -> append("DELETED.");
            case NEW -> append("INSERTED.");
            case EXCLUDED -> append("excluded.");
        }
        appendIdentifier(image.column().name());
    }

    @Override
    protected void visitRows(List<List<Expression<?>>> rows) {
        if (rows.size() <= MAX_VALUES_ROWS) {
            super.visitRows(rows);
            return;
        }
        if (rows.stream().flatMap(List::stream).anyMatch(DefaultValue.class::isInstance)) {
            throw new UnsupportedFeatureException(
                    "DEFAULT in an INSERT of more than " + MAX_VALUES_ROWS + " rows",
                    traits,
                    "Insert fewer at a time.");
        }
        append("SELECT * FROM (");
        super.visitRows(rows);
        append(") AS v (c1");
        for (int i = 2; i <= rows.get(0).size(); i++) {
            append(", c" + i);
        }
        append(")");
    }

    /** An alias is deleted from as one of several tables is. */
    @Override
    protected boolean deletesAliasFromFrom() {
        return true;
    }

    /** Without HOLDLOCK another transaction may insert the row between the look and the insert ("MERGE", remarks). */
    @Override
    protected void visitMergeTarget(TableRef table, boolean upsert) {
        append(identifiers.qualified(table.schema(), table.name()) + (upsert ? " WITH (HOLDLOCK)" : ""));
        if (table.alias() != null) {
            append(" AS " + identifiers.write(table.alias()));
        }
    }

    /** Only MERGE wants its semicolon (error 10713). */
    @Override
    protected String mergeEnd() {
        return ";";
    }
}
