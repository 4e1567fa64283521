package org.alkahest.compile;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.alkahest.sql.Assignment;
import org.alkahest.sql.ColumnRef;
import org.alkahest.sql.DefaultValue;
import org.alkahest.sql.DmlStatement;
import org.alkahest.sql.Expression;
import org.alkahest.sql.RowImage;
import org.alkahest.sql.TableRef;
import org.alkahest.type.Codecs;

/** Compiles what statements that change rows share: assignments, DEFAULT, and images of the changed row. */
abstract class SetClauseCompiler extends WithCompiler {
    private Set<RowImage.Kind> images = EnumSet.noneOf(RowImage.Kind.class);

    SetClauseCompiler(DialectTraits traits, IdentifierRules identifiers, TypeCompiler types, Codecs codecs) {
        super(traits, identifiers, types, codecs);
    }

    /**
     * The seam of {@code OUTPUT}: called after the column list of INSERT, after SET of UPDATE, after the target of DELETE,
     * and after the branches of MERGE.
     */
    protected void visitOutput(DmlStatement statement) {}

    /** The assignments of SET, in order. */
    protected final void visitAssignments(TableRef target, List<Assignment> assignments) {
        for (int i = 0; i < assignments.size(); i++) {
            append(i == 0 ? "" : ", ");
            switch (assignments.get(i)) {
                case Assignment.OfColumn one -> {
                    visitAssignedColumn(target, one.column());
                    append(" = ");
                    visitAssigned(one.value());
                }
                case Assignment.OfRow row -> {
                    traits.require(Feature.ROW_ASSIGNMENT);
                    for (int column = 0; column < row.columns().size(); column++) {
                        append(column == 0 ? "(" : ", ");
                        visitAssignedColumn(target, row.columns().get(column));
                    }
                    append(") = (");
                    visitQuery(row.query());
                    append(")");
                }
            }
        }
    }

    /** A column on the left side, without its table. */
    protected void visitAssignedColumn(TableRef target, ColumnRef<?> column) {
        requireOwn(target, column);
        appendIdentifier(column.name());
    }

    /** A value on the right side, or one of a row that is inserted. */
    protected final void visitAssigned(Expression<?> value) {
        if (value instanceof DefaultValue<?>) {
            traits.require(Feature.DEFAULT_KEYWORD);
            append("DEFAULT");
        } else {
            visit(value);
        }
    }

    /** Errors with ALK-1250 if a column that is set is not one of the target's. */
    final void requireOwn(TableRef target, ColumnRef<?> column) {
        if (!isOwn(target, column)) {
            throw new CompileException(
                    "ALK-1250",
                    "Cannot set '" + column + "': the statement changes " + FromClause.name(target)
                            + ". Set that table's columns, and change the other table by a statement of its own.");
        }
    }

    /** Whether a column is one of the table, under whichever alias. */
    static boolean isOwn(TableRef target, ColumnRef<?> column) {
        return column.owner() instanceof TableRef owner
                && owner.name().equals(target.name())
                && Objects.equals(owner.schema(), target.schema());
    }

    /** The columns of a row or a conflict, in parentheses. */
    final void visitColumnList(TableRef target, List<? extends ColumnRef<?>> columns) {
        for (int i = 0; i < columns.size(); i++) {
            append(i == 0 ? "(" : ", ");
            requireOwn(target, columns.get(i));
            appendIdentifier(columns.get(i).name());
        }
        append(")");
    }

    /** Visits a part in which images of the changed row may be named. */
    final void withImages(Set<RowImage.Kind> allowed, Runnable part) {
        Set<RowImage.Kind> before = images;
        images = allowed;
        part.run();
        images = before;
    }

    @Override
    final void visitDefault(DefaultValue<?> value) {
        throw new CompileException(
                "ALK-1251",
                "Cannot compile DEFAULT: it stands only as a whole value of INSERT or SET, and for single rows of an"
                        + " upsert not everywhere. Give the value itself.");
    }

    @Override
    final void visitRowImage(RowImage<?> image) {
        if (!images.contains(image.kind())) {
            boolean excluded = image.kind() == RowImage.Kind.EXCLUDED;
            throw new CompileException(
                    "ALK-1251",
                    "Cannot compile the " + image.kind() + " value of '" + image.column() + "': it is known only in "
                            + (excluded ? "the update of an upsert" : "RETURNING")
                            + ". Use the column itself, or move it to "
                            + (excluded ? "doUpdate(…)." : "returning(…)."));
        }
        visitImage(image);
    }

    /** A column of an image of the changed row, where it is allowed. */
    protected void visitImage(RowImage<?> image) {
        switch (image.kind()) {
            case EXCLUDED -> append("excluded.");
            case OLD -> append("old.");
            case NEW -> append("new.");
        }
        appendIdentifier(image.column().name());
    }
}
