package org.alkahest.compile;

import java.util.List;
import org.alkahest.compile.Styles.UpsertStyle;
import org.alkahest.sql.CommonTableExpression;
import org.alkahest.sql.Expression;
import org.alkahest.sql.Insert;
import org.alkahest.sql.QueryExpression;
import org.alkahest.sql.SyntaxExtension.Position;
import org.alkahest.sql.TableRef;
import org.alkahest.type.Codecs;

/** Compiles INSERT. */
abstract class InsertCompiler extends MergeCompiler {
    private List<CommonTableExpression> beforeQuery = List.of();

    InsertCompiler(DialectTraits traits, IdentifierRules identifiers, TypeCompiler types, Codecs codecs) {
        super(traits, identifiers, types, codecs);
    }

    /** Has named queries written before the query of the INSERT that comes. */
    final void withBeforeQuery(List<CommonTableExpression> named) {
        beforeQuery = named;
    }

    /** The WITH clause that belongs before the query of the INSERT. */
    final void visitWithBeforeQuery() {
        visitWith(beforeQuery);
        beforeQuery = List.of();
    }

    /** An INSERT that says what to do on a conflict. */
    abstract void visitUpsert(Insert insert);

    protected void visitInsert(Insert insert) {
        insert.requireComplete();
        if (!insert.conflicts().isEmpty()) {
            visitUpsert(insert);
        } else if (insert.columns().isEmpty()) {
            visitInsertOfDefaults(insert);
        } else {
            visitInsertInto(insert);
            visitSource(insert);
        }
    }

    private void visitInsertOfDefaults(Insert insert) {
        if (insert.rows().size() > 1) {
            throw new CompileException(
                    "ALK-1229",
                    "Cannot compile INSERT into '" + insert.table().name() + "': it has "
                            + insert.rows().size()
                            + " rows and sets no column. Insert rows of defaults one by one, or set a column.");
        }
        append("INSERT ");
        visitExtensions(insert.extensions(), Position.POST_SELECT, "", " ");
        append("INTO ").append(name(insert.table()));
        visitOutput(insert);
        append(defaultValues(insert.table()));
        visitExtensions(insert.extensions(), Position.POST_VALUES, " ", "");
        visitExtensions(insert.extensions(), Position.POST_BODY, " ", "");
    }

    /** {@code INSERT INTO table (columns)}. */
    final void visitInsertInto(Insert insert) {
        TableRef table = insert.table();
        append("INSERT ");
        visitExtensions(insert.extensions(), Position.POST_SELECT, "", " ");
        append("INTO ").append(name(table));
        if (traits.upsert() == UpsertStyle.ON_CONFLICT && !insert.conflicts().isEmpty()) {
            visitAlias(table.alias());
        }
        append(" ");
        visitColumnList(table, insert.columns());
        visitOutput(insert);
        append(" ");
    }

    private void visitSource(Insert insert) {
        QueryExpression<?> query = insert.query();
        if (query != null) {
            visitWithBeforeQuery();
            visitQuery(query);
        } else {
            visitRows(insert.rows());
        }
        visitExtensions(insert.extensions(), Position.POST_VALUES, " ", "");
        visitExtensions(insert.extensions(), Position.POST_BODY, " ", "");
    }

    /** The rows of an INSERT that has values. */
    protected void visitRows(List<List<Expression<?>>> rows) {
        if (rows.size() > 1) {
            traits.require(Feature.MULTI_ROW_INSERT);
        }
        append("VALUES ");
        for (int i = 0; i < rows.size(); i++) {
            append(i == 0 ? "(" : ", (");
            for (int column = 0; column < rows.get(i).size(); column++) {
                append(column == 0 ? "" : ", ");
                visitAssigned(rows.get(i).get(column));
            }
            append(")");
        }
    }

    /** An INSERT that gives no value. */
    protected String defaultValues(TableRef table) {
        return " DEFAULT VALUES";
    }

    final String name(TableRef table) {
        return identifiers.qualified(table.schema(), table.name());
    }
}
