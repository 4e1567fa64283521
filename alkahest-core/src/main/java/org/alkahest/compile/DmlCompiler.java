package org.alkahest.compile;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.alkahest.compile.Styles.InsertWithStyle;
import org.alkahest.compile.Styles.UpdateFromStyle;
import org.alkahest.compile.Styles.UpsertStyle;
import org.alkahest.sql.CommonTableExpression;
import org.alkahest.sql.Delete;
import org.alkahest.sql.DmlStatement;
import org.alkahest.sql.Expression;
import org.alkahest.sql.FromItem;
import org.alkahest.sql.Insert;
import org.alkahest.sql.Labeled;
import org.alkahest.sql.Merge;
import org.alkahest.sql.Returning;
import org.alkahest.sql.RowImage;
import org.alkahest.sql.Selectable;
import org.alkahest.sql.Update;
import org.alkahest.type.Codecs;

/** Compiles statements that change rows, and what they return. */
abstract class DmlCompiler extends UpdateCompiler {
    private static final Set<RowImage.Kind> IMAGES = EnumSet.of(RowImage.Kind.OLD, RowImage.Kind.NEW);

    DmlCompiler(DialectTraits traits, IdentifierRules identifiers, TypeCompiler types, Codecs codecs) {
        super(traits, identifiers, types, codecs);
    }

    /** The WITH clause of a change: before it, or before the query of an INSERT where the database wants it there. */
    final void visitWithOf(DmlStatement statement, List<CommonTableExpression> named) {
        if (statement instanceof Insert insert
                && insert.query() != null
                && traits.insertWith() == InsertWithStyle.BEFORE_QUERY) {
            withBeforeQuery(named);
        } else if (!named.isEmpty()) {
            traits.require(Feature.CTE_ON_DML);
            visitWith(named);
        }
    }

    protected final void visitDml(DmlStatement statement) {
        asPart(() -> {
            switch (statement) {
                case Insert insert -> visitInsert(insert);
                case Update update -> visitUpdate(update);
                case Delete delete -> visitDelete(delete);
                case Merge merge -> visitMerge(merge);
            }
        });
    }

    @Override
    protected void visitReturning(Returning<?> returning) {
        requireReturning(returning.statement());
        switch (traits.returning()) {
            case RETURNING -> {
                visitDml(returning.statement());
                append(" RETURNING ");
                besideOthers(returning, () -> visitReturned(returning.selection()));
            }
            case FINAL_TABLE -> {
                append("SELECT ");
                withImages(IMAGES, () -> visitReturned(returning.selection()));
                append(returning.statement() instanceof Delete ? " FROM OLD TABLE (" : " FROM FINAL TABLE (");
                visitDml(returning.statement());
                append(")");
            }
            case RETURNING_INTO -> {
                visitDml(returning.statement());
                besideOthers(
                        returning,
                        () -> visitReturningInto(returning.selection().expressions()));
            }
            case NONE, OUTPUT ->
                throw new IllegalStateException(
                        traits.dialect() + " has RETURNING, but its compiler does not write " + traits.returning());
        }
    }

    /** Beside other tables returned columns are named with their table, as several may have one of that name. */
    private void besideOthers(Returning<?> returning, Runnable part) {
        List<FromItem> others = switch (returning.statement()) {
            case Insert insert -> List.of();
            case Update update -> besideTarget(update.table(), update.others());
            case Delete delete -> besideTarget(delete.table(), delete.others());
            case Merge merge -> List.of(merge.source());
        };
        if (others.isEmpty()) {
            withImages(IMAGES, part);
            return;
        }
        enter();
        enterItem(returning.statement().table());
        others.forEach(this::enterItem);
        withImages(IMAGES, part);
        leave();
    }

    /** The returned columns where they stand in the middle of the statement, which {@link #visitOutput} writes. */
    protected final void visitOutputColumns(Selectable<?> selection) {
        withImages(IMAGES, () -> visitReturned(selection));
    }

    /** Returned columns are named without their table, which every database allows there. */
    private void visitReturned(Selectable<?> selection) {
        List<? extends Expression<?>> expressions = selection.expressions();
        for (int i = 0; i < expressions.size(); i++) {
            append(i == 0 ? "" : ", ");
            visitSelected(expressions.get(i));
        }
    }

    @Override
    protected void visitImage(RowImage<?> image) {
        if (image.kind() != RowImage.Kind.EXCLUDED) {
            traits.require(Feature.RETURNING_OLD);
        }
        super.visitImage(image);
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
                    case Insert insert ->
                        !insert.conflicts().isEmpty() && traits.upsert() == UpsertStyle.MERGE
                                ? Feature.MERGE_RETURNING
                                : Feature.INSERT_RETURNING;
                    case Update update ->
                        traits.updateFrom() == UpdateFromStyle.MERGE && !isAlone(update.table(), update.others())
                                ? Feature.MERGE_RETURNING
                                : Feature.UPDATE_RETURNING;
                    case Delete delete -> Feature.DELETE_RETURNING;
                    case Merge merge -> Feature.MERGE_RETURNING;
                });
    }
}
