package org.alkahest.compile;

import java.util.List;
import org.alkahest.sql.Assignment;
import org.alkahest.sql.Delete;
import org.alkahest.sql.DmlStatement;
import org.alkahest.sql.Expression;
import org.alkahest.sql.Insert;
import org.alkahest.sql.Labeled;
import org.alkahest.sql.QueryExpression;
import org.alkahest.sql.Returning;
import org.alkahest.sql.Selectable;
import org.alkahest.sql.Update;
import org.alkahest.type.Codecs;

/** Compiles statements that change rows. */
abstract class DmlCompiler extends SelectCompiler {
    DmlCompiler(DialectTraits traits, IdentifierRules identifiers, TypeCompiler types, Codecs codecs) {
        super(traits, identifiers, types, codecs);
    }

    protected final void visitDml(DmlStatement statement) {
        switch (statement) {
            case Insert insert -> visitInsert(insert);
            case Update update -> visitUpdate(update);
            case Delete delete -> visitDelete(delete);
        }
    }

    protected void visitInsert(Insert insert) {
        insert.requireComplete();
        append("INSERT INTO ")
                .append(identifiers.qualified(
                        insert.table().schema(), insert.table().name()));
        QueryExpression<?> query = insert.query();
        if (insert.columns().isEmpty()) {
            if (insert.rows().size() > 1) {
                throw new CompileException(
                        "ALK-1229",
                        "Cannot compile INSERT into '" + insert.table().name() + "': it has "
                                + insert.rows().size()
                                + " rows and sets no column. Insert rows of defaults one by one, or set a column.");
            }
            append(defaultValues());
            return;
        }
        append(" (");
        for (int i = 0; i < insert.columns().size(); i++) {
            append(i == 0 ? "" : ", ");
            appendIdentifier(insert.columns().get(i).name());
        }
        append(") ");
        if (query != null) {
            visitQuery(query);
        } else {
            visitRows(insert.rows());
        }
    }

    /** The rows of an INSERT that has values. */
    protected void visitRows(List<List<Expression<?>>> rows) {
        if (rows.size() > 1) {
            traits.require(Feature.MULTI_ROW_INSERT);
        }
        append("VALUES ");
        for (int i = 0; i < rows.size(); i++) {
            append(i == 0 ? "(" : ", (");
            visitAll(rows.get(i));
            append(")");
        }
    }

    /** An INSERT that gives no value. */
    protected String defaultValues() {
        return " DEFAULT VALUES";
    }

    protected void visitUpdate(Update update) {
        if (update.assignments().isEmpty()) {
            throw new CompileException(
                    "ALK-1227",
                    "Cannot compile UPDATE of '" + update.table().name()
                            + "': it sets no column. Add set(column, value).");
        }
        enter();
        enterItem(update.table());
        append("UPDATE ");
        visitTable(update.table());
        append(" SET ");
        for (int i = 0; i < update.assignments().size(); i++) {
            Assignment assignment = update.assignments().get(i);
            append(i == 0 ? "" : ", ");
            appendIdentifier(assignment.column().name());
            append(" = ");
            visit(assignment.value());
        }
        visitWhere(update.where());
        leave();
    }

    protected void visitDelete(Delete delete) {
        enter();
        enterItem(delete.table());
        append("DELETE FROM ");
        visitTable(delete.table());
        visitWhere(delete.where());
        leave();
    }

    protected void visitReturning(Returning<?> returning) {
        requireReturning(returning.statement());
        switch (traits.returning()) {
            case RETURNING -> {
                visitDml(returning.statement());
                append(" RETURNING ");
                visitReturned(returning.selection());
            }
            case FINAL_TABLE -> {
                append("SELECT ");
                visitReturned(returning.selection());
                append(returning.statement() instanceof Delete ? " FROM OLD TABLE (" : " FROM FINAL TABLE (");
                visitDml(returning.statement());
                append(")");
            }
            case RETURNING_INTO -> {
                visitDml(returning.statement());
                visitReturningInto(returning.selection().expressions());
            }
            case NONE, OUTPUT ->
                throw new IllegalStateException(
                        traits.dialect() + " has RETURNING, but its compiler does not write " + traits.returning());
        }
    }

    /** Returned columns are named without their table, which every database allows there. */
    private void visitReturned(Selectable<?> selection) {
        List<? extends Expression<?>> expressions = selection.expressions();
        for (int i = 0; i < expressions.size(); i++) {
            append(i == 0 ? "" : ", ");
            visitSelected(expressions.get(i));
        }
    }

    /** The return parameters are the last placeholders; they take no label and no value. */
    private void visitReturningInto(List<? extends Expression<?>> expressions) {
        append(" RETURNING ");
        for (int i = 0; i < expressions.size(); i++) {
            append(i == 0 ? "" : ", ");
            visit(expressions.get(i) instanceof Labeled<?> labeled ? labeled.operand() : expressions.get(i));
        }
        append(" INTO ?").append(", ?".repeat(expressions.size() - 1));
    }

    private void requireReturning(DmlStatement statement) {
        traits.require(
                switch (statement) {
                    case Insert insert -> Feature.INSERT_RETURNING;
                    case Update update -> Feature.UPDATE_RETURNING;
                    case Delete delete -> Feature.DELETE_RETURNING;
                });
    }
}
