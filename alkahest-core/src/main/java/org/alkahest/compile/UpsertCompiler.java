package org.alkahest.compile;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.alkahest.compile.Styles.UpsertStyle;
import org.alkahest.sql.Assignment;
import org.alkahest.sql.ColumnRef;
import org.alkahest.sql.ConflictUpdate;
import org.alkahest.sql.DefaultValue;
import org.alkahest.sql.Expression;
import org.alkahest.sql.Field;
import org.alkahest.sql.Insert;
import org.alkahest.sql.MergeBranch;
import org.alkahest.sql.OnConflict;
import org.alkahest.sql.OrderItem;
import org.alkahest.sql.QueryExpression;
import org.alkahest.sql.RowImage;
import org.alkahest.sql.Select;
import org.alkahest.sql.Selectable;
import org.alkahest.sql.SetOperation;
import org.alkahest.sql.Sql;
import org.alkahest.sql.SyntaxExtension.Position;
import org.alkahest.sql.TableRef;
import org.alkahest.sql.ValuesTable;
import org.alkahest.type.Codecs;

/**
 * Compiles an INSERT that says what to do where a row is there already, in the database's own way. Everywhere the row that
 * was to be inserted is called {@code excluded}, the word of ON CONFLICT.
 */
abstract class UpsertCompiler extends InsertCompiler {
    private static final String EXCLUDED = "excluded";
    private static final Set<RowImage.Kind> IMAGES = EnumSet.of(RowImage.Kind.EXCLUDED);

    UpsertCompiler(DialectTraits traits, IdentifierRules identifiers, TypeCompiler types, Codecs codecs) {
        super(traits, identifiers, types, codecs);
    }

    @Override
    final void visitUpsert(Insert insert) {
        traits.require(Feature.UPSERT);
        if (insert.columns().isEmpty()) {
            throw new CompileException(
                    "ALK-1253",
                    "Cannot compile the upsert into '" + insert.table().name()
                            + "': it sets no column. Set at least those of the conflict.");
        }
        insert.conflicts().forEach(conflict -> check(insert, conflict));
        withImages(IMAGES, () -> {
            switch (traits.upsert()) {
                case ON_CONFLICT -> visitOnConflict(insert);
                case ON_DUPLICATE_KEY, ON_DUPLICATE_KEY_ALIAS -> visitOnDuplicateKey(insert);
                case MERGE -> visitUpsertMerge(insert);
            }
        });
    }

    private void check(Insert insert, OnConflict conflict) {
        if (insert.conflicts().size() > 1) {
            traits.require(Feature.UPSERT_SEVERAL);
        }
        if (conflict.constraint() != null) {
            traits.require(Feature.UPSERT_CONSTRAINT);
        } else if (conflict.columns().isEmpty()
                && (conflict.update() != null || traits.upsert() == UpsertStyle.MERGE)) {
            traits.require(Feature.UPSERT_ANY_KEY);
        }
        if (conflict.indexWhere() != null) {
            traits.require(Feature.UPSERT_INDEX_WHERE);
        }
        ConflictUpdate update = conflict.update();
        if (update != null) {
            requireSome(insert.table(), conflict.assignments(insert.columns()));
            if (update.where() != null) {
                traits.require(Feature.UPSERT_WHERE);
            }
        }
    }

    private void visitOnConflict(Insert insert) {
        visitInsertInto(insert);
        QueryExpression<?> query = insert.query();
        if (query == null) {
            visitRows(insert.rows());
        } else {
            visitWithBeforeQuery();
            visitUpsertQuery(query);
        }
        visitExtensions(insert.extensions(), Position.POST_VALUES, " ", "");
        insert.conflicts().forEach(conflict -> visitOnConflict(insert, conflict));
        visitExtensions(insert.extensions(), Position.POST_BODY, " ", "");
    }

    /** The query of an upsert, before ON CONFLICT. */
    protected void visitUpsertQuery(QueryExpression<?> query) {
        visitQuery(query);
    }

    private void visitOnConflict(Insert insert, OnConflict conflict) {
        append(" ON CONFLICT");
        String constraint = conflict.constraint();
        if (constraint != null) {
            append(" ON CONSTRAINT ");
            appendIdentifier(constraint);
        } else if (!conflict.columns().isEmpty()) {
            append(" ");
            visitColumnList(insert.table(), conflict.columns());
        }
        // No scope, so that the index's columns are bare; values, because a parameter never equals the index's
        // condition.
        withValuesAsLiterals(() -> visitWhere(conflict.indexWhere()));
        ConflictUpdate update = conflict.update();
        if (update == null) {
            append(" DO NOTHING");
        } else {
            append(" DO UPDATE SET ");
            enter();
            enterItem(insert.table());
            visitAssignments(insert.table(), conflict.assignments(insert.columns()));
            visitWhere(update.where());
            leave();
        }
    }

    private void visitOnDuplicateKey(Insert insert) {
        OnConflict conflict = insert.conflicts().get(0);
        UniqueKeys.requireOnly(conflict, insert, traits);
        boolean alias = traits.upsert() == UpsertStyle.ON_DUPLICATE_KEY_ALIAS;
        visitInsertInto(insert);
        QueryExpression<?> query = insert.query();
        if (query == null) {
            visitRows(insert.rows());
            append(alias ? " AS " + EXCLUDED : "");
        } else if (alias) {
            visitWithBeforeQuery();
            append("SELECT * FROM (");
            visitQuery(labelled(query, insert.columns()));
            append(") AS " + EXCLUDED);
        } else {
            visitWithBeforeQuery();
            visitQuery(query);
        }
        visitExtensions(insert.extensions(), Position.POST_VALUES, " ", "");
        append(" ON DUPLICATE KEY UPDATE ");
        enter();
        enterItem(insert.table());
        if (conflict.update() == null) {
            visitNoChange(insert, conflict);
        } else {
            visitAssignments(insert.table(), conflict.assignments(insert.columns()));
        }
        leave();
        visitExtensions(insert.extensions(), Position.POST_BODY, " ", "");
    }

    /** A column set to itself: unlike IGNORE it swallows no other error. */
    private void visitNoChange(Insert insert, OnConflict conflict) {
        ColumnRef<?> column = (conflict.columns().isEmpty() ? insert.columns() : conflict.columns()).get(0);
        appendIdentifier(column.name());
        append(" = ").append(qualifier(insert.table())).append(".");
        appendIdentifier(column.name());
    }

    @Override
    protected void visitImage(RowImage<?> image) {
        if (image.kind() == RowImage.Kind.EXCLUDED && traits.upsert() == UpsertStyle.ON_DUPLICATE_KEY) {
            append("VALUES(");
            appendIdentifier(image.column().name());
            append(")");
        } else {
            super.visitImage(image);
        }
    }

    private void visitUpsertMerge(Insert insert) {
        OnConflict conflict = insert.conflicts().get(0);
        TableRef table = insert.table();
        List<ColumnRef<?>> given = givenColumns(insert);
        requireNoExtensions("an upsert", insert.extensions());
        append("MERGE INTO ");
        visitMergeTarget(table, true);
        append(" USING ");
        visitNewRows(insert, given);
        append(" ON (");
        for (int i = 0; i < conflict.columns().size(); i++) {
            append(i == 0 ? "" : " AND ").append(qualifier(table)).append(".");
            appendIdentifier(conflict.columns().get(i).name());
            append(" = " + EXCLUDED + ".");
            appendIdentifier(conflict.columns().get(i).name());
        }
        append(")");
        enter();
        enterItem(table);
        ConflictUpdate update = conflict.update();
        if (update != null) {
            List<Assignment> assignments = conflict.assignments(insert.columns());
            visitBranch(
                    table,
                    new MergeBranch(
                            MergeBranch.Match.MATCHED, update.where(), new MergeBranch.Action.Update(assignments)));
        }
        visitBranch(table, insertBranch(insert, given));
        leave();
        visitOutput(insert);
        append(mergeEnd());
    }

    /** The columns that have values; those with DEFAULT in every row have it in the branch that inserts. */
    private List<ColumnRef<?>> givenColumns(Insert insert) {
        List<ColumnRef<?>> given = new ArrayList<>();
        for (int i = 0; i < insert.columns().size(); i++) {
            int column = i;
            long defaults = insert.rows().stream()
                    .filter(row -> row.get(column) instanceof DefaultValue<?>)
                    .count();
            if (defaults == 0 || defaults < insert.rows().size()) {
                given.add(insert.columns().get(i));
            }
        }
        return given;
    }

    private static MergeBranch insertBranch(Insert insert, List<ColumnRef<?>> given) {
        List<Assignment> values = new ArrayList<>();
        for (ColumnRef<?> column : insert.columns()) {
            values.add(new Assignment.OfColumn(
                    column,
                    given.contains(column)
                            ? new RowImage<>(RowImage.Kind.EXCLUDED, column)
                            : new DefaultValue<>(column.type())));
        }
        return new MergeBranch(MergeBranch.Match.NOT_MATCHED, null, new MergeBranch.Action.Insert(values));
    }

    private void visitNewRows(Insert insert, List<ColumnRef<?>> given) {
        QueryExpression<?> query = insert.query();
        if (query == null) {
            List<Field<?>> fields = new ArrayList<>();
            given.forEach(column -> fields.add(new Field<>(column.name(), column.type())));
            visitFromItem(new ValuesTable(EXCLUDED, fields, rowsOf(insert, given)));
        } else {
            append("(");
            visitWithBeforeQuery();
            visitQuery(labelled(query, given));
            append(")").append(tableAliasKeyword()).append(EXCLUDED);
        }
    }

    private static List<List<Expression<?>>> rowsOf(Insert insert, List<ColumnRef<?>> given) {
        List<List<Expression<?>>> rows = new ArrayList<>();
        for (List<Expression<?>> row : insert.rows()) {
            List<Expression<?>> values = new ArrayList<>();
            for (ColumnRef<?> column : given) {
                values.add(row.get(insert.columns().indexOf(column)));
            }
            rows.add(values);
        }
        return rows;
    }

    /** The query with its columns named as those that they are inserted into. */
    private static QueryExpression<?> labelled(QueryExpression<?> query, List<ColumnRef<?>> columns) {
        return switch (query) {
            case Select<?> select ->
                select.withSelection(named(select.selection().expressions(), columns));
            case SetOperation<?> operation -> {
                List<QueryExpression<?>> terms = new ArrayList<>(operation.terms());
                QueryExpression<?> first = labelled(terms.get(0), columns);
                terms.set(0, first);
                List<OrderItem> orderBy = new ArrayList<>();
                for (OrderItem item : operation.orderBy()) {
                    int position = resultPosition(operation, item.expression());
                    Expression<?> key = position < 0
                            ? item.expression()
                            : first.selection().expressions().get(position);
                    orderBy.add(new OrderItem(key, item.direction(), item.nulls()));
                }
                yield operation.with(terms, orderBy);
            }
        };
    }

    private static Selectable<?> named(List<? extends Expression<?>> expressions, List<ColumnRef<?>> columns) {
        List<Expression<?>> named = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Expression<?> expression = expressions.get(i);
            String name = columns.get(i).name();
            boolean same =
                    expression instanceof ColumnRef<?> column && column.name().equals(name);
            named.add(same ? expression : expression.as(name));
        }
        return Sql.selectRow(named).selection();
    }
}
