package org.alkahest.compile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.alkahest.compile.FromClause.Joined;
import org.alkahest.compile.FromClause.Root;
import org.alkahest.compile.Styles.UpdateFromStyle;
import org.alkahest.sql.ColumnRef;
import org.alkahest.sql.Delete;
import org.alkahest.sql.Expression;
import org.alkahest.sql.FromItem;
import org.alkahest.sql.Logical;
import org.alkahest.sql.MergeBranch;
import org.alkahest.sql.OrderItem;
import org.alkahest.sql.OrderedRows;
import org.alkahest.sql.OtherTables;
import org.alkahest.sql.SqlNode;
import org.alkahest.sql.SyntaxExtension;
import org.alkahest.sql.SyntaxExtension.Position;
import org.alkahest.sql.TableRef;
import org.alkahest.sql.Update;
import org.alkahest.type.Codecs;
import org.jspecify.annotations.Nullable;

/** Compiles UPDATE and DELETE, alone and with other tables. */
abstract class UpdateCompiler extends UpsertCompiler {
    private static final String SOURCE = "source";

    private boolean qualified;

    UpdateCompiler(DialectTraits traits, IdentifierRules identifiers, TypeCompiler types, Codecs codecs) {
        super(traits, identifiers, types, codecs);
    }

    /** What stands beside the target, and the conditions on both. */
    private record Beside(FromClause from, @Nullable Expression<Boolean> where) {
        boolean isEmpty() {
            return from.roots().isEmpty();
        }

        List<Expression<Boolean>> terms() {
            return where == null ? List.of() : Logical.terms(Logical.Connective.AND, where);
        }
    }

    protected void visitUpdate(Update update) {
        RowSources.requireTable(update.table(), "update");
        if (update.assignments().isEmpty()) {
            throw new CompileException(
                    "ALK-1227",
                    "Cannot compile UPDATE of '" + update.table().name()
                            + "': it sets no column. Add set(column, value).");
        }
        TableRef table = update.table();
        Beside beside = beside(table, update.others(), update.where());
        if (beside.isEmpty()) {
            visitUpdateAlone(update);
            return;
        }
        traits.require(Feature.UPDATE_FROM);
        requireAllRows(update.rows(), "UPDATE");
        requireTarget(update, beside.from());
        enterAll(table, beside.from());
        switch (traits.updateFrom()) {
            case FROM -> {
                visitVerb("UPDATE ", update.extensions());
                visitTable(table);
                visitSet(update);
                append(" FROM ");
                visitRoots(beside.from());
                visitWhere(beside.where());
            }
            case TARGET_IN_FROM -> {
                visitVerb("UPDATE ", update.extensions());
                append(qualifier(table));
                visitSet(update);
                append(" FROM ");
                visitTable(table);
                append(", ");
                visitRoots(beside.from());
                visitWhere(beside.where());
            }
            case JOIN -> {
                visitVerb("UPDATE ", update.extensions());
                visitTable(table);
                append(", ");
                visitRoots(beside.from());
                qualified = true;
                visitSet(update);
                qualified = false;
                visitWhere(beside.where());
            }
            case MERGE -> visitUpdateMerge(update, beside);
        }
        visitExtensions(update.extensions(), Position.POST_CRITERIA, " ", "");
        visitExtensions(update.extensions(), Position.POST_BODY, " ", "");
        leave();
    }

    /** Only some databases change rows of the tables beside the target as well. */
    private void requireTarget(Update update, FromClause others) {
        boolean several = update.assignments().stream()
                .flatMap(assignment -> assignment.columns().stream())
                .anyMatch(column -> others.items().contains(column.owner()));
        if (several) {
            traits.require(Feature.MULTI_TABLE_UPDATE);
        }
    }

    private void visitUpdateAlone(Update update) {
        TableRef table = update.table();
        boolean inFrom = traits.updateFrom() == UpdateFromStyle.TARGET_IN_FROM && table.alias() != null;
        enter();
        enterItem(table);
        visitVerb("UPDATE ", update.extensions());
        if (inFrom) {
            append(qualifier(table));
        } else {
            visitTable(table);
        }
        visitSet(update);
        if (inFrom) {
            append(" FROM ");
            visitTable(table);
        }
        visitWhere(Restrictions.and(update.where(), table.restriction()));
        visitExtensions(update.extensions(), Position.POST_CRITERIA, " ", "");
        visitRows(update.rows());
        visitExtensions(update.extensions(), Position.POST_BODY, " ", "");
        leave();
    }

    private void visitVerb(String verb, List<SyntaxExtension> extensions) {
        append(verb);
        visitExtensions(extensions, Position.POST_SELECT, "", " ");
    }

    private void visitSet(Update update) {
        append(" SET ");
        visitAssignments(update.table(), update.assignments());
        visitOutput(update);
    }

    /** Among several tables a column on the left side says which it belongs to. */
    @Override
    protected void visitAssignedColumn(TableRef target, ColumnRef<?> column) {
        if (!qualified) {
            super.visitAssignedColumn(target, column);
            return;
        }
        if (!isOwn(target, column) && !traits.has(Feature.MULTI_TABLE_UPDATE)) {
            requireOwn(target, column);
        }
        append(isOwn(target, column) ? qualifier(target) : qualifier(column.owner()))
                .append(".");
        appendIdentifier(column.name());
    }

    /** Rows of the other tables are the source, those of them that belong to a row of the target match. */
    private void visitUpdateMerge(Update update, Beside beside) {
        TableRef table = update.table();
        Set<FromItem> own = Set.of(table);
        List<Expression<Boolean>> on = new ArrayList<>();
        List<Expression<Boolean>> further = new ArrayList<>();
        for (Expression<Boolean> term : beside.terms()) {
            (own.containsAll(FromClause.owners(term)) ? further : on).add(term);
        }
        requireNoExtensions("UPDATE with other tables", update.extensions());
        append("MERGE INTO ");
        visitMergeTarget(table, false);
        append(" USING ");
        Map<ColumnRef<?>, String> columns = visitMergeSource(update, beside);
        substitute(columns);
        append(" ON (");
        if (on.isEmpty()) {
            append("1 = 1");
        } else {
            visitCondition(Logical.of(Logical.Connective.AND, on));
        }
        append(")");
        visitBranch(
                table,
                new MergeBranch(
                        MergeBranch.Match.MATCHED,
                        further.isEmpty() ? null : Logical.of(Logical.Connective.AND, further),
                        new MergeBranch.Action.Update(update.assignments())));
        visitOutput(update);
        append(mergeEnd());
    }

    /** A single table or query is the source itself; several become one, and their columns get other names. */
    private Map<ColumnRef<?>, String> visitMergeSource(Update update, Beside beside) {
        List<Root> roots = beside.from().roots();
        if (roots.size() == 1 && roots.get(0).joins().isEmpty()) {
            visitRoots(beside.from());
            return Map.of();
        }
        List<FromItem> items = beside.from().items();
        Map<ColumnRef<?>, String> columns = new LinkedHashMap<>();
        List<SqlNode> parts = new ArrayList<>();
        update.assignments().forEach(assignment -> parts.add(assignment.source()));
        parts.addAll(beside.terms());
        for (SqlNode part : parts) {
            for (SqlNode node : part.descendants()) {
                if (node instanceof ColumnRef<?> column && items.contains(column.owner())) {
                    columns.putIfAbsent(column, SOURCE + ".c" + (columns.size() + 1));
                }
            }
        }
        append("(SELECT ");
        int number = 0;
        for (ColumnRef<?> column : columns.keySet()) {
            number++;
            append(number == 1 ? "" : ", ");
            visitColumn(column);
            append(" AS c" + number);
        }
        append(columns.isEmpty() ? "1 AS c1 FROM " : " FROM ");
        visitRoots(beside.from());
        append(")").append(tableAliasKeyword()).append(SOURCE);
        return columns;
    }

    protected void visitDelete(Delete delete) {
        TableRef table = delete.table();
        RowSources.requireTable(table, "delete rows of");
        Beside beside = beside(table, delete.others(), delete.where());
        if (beside.isEmpty()) {
            enter();
            enterItem(table);
            visitDeleteFrom(delete, table.alias() != null && deletesAliasFromFrom());
            visitWhere(Restrictions.and(delete.where(), table.restriction()));
            visitExtensions(delete.extensions(), Position.POST_CRITERIA, " ", "");
            visitRows(delete.rows());
            visitExtensions(delete.extensions(), Position.POST_BODY, " ", "");
            leave();
            return;
        }
        traits.require(Feature.DELETE_USING);
        requireAllRows(delete.rows(), "DELETE");
        enterAll(table, beside.from());
        switch (traits.deleteUsing()) {
            case USING -> {
                visitDeleteFrom(delete, false);
                append(" USING ");
                visitRoots(beside.from());
                visitWhere(beside.where());
            }
            case TARGET_FROM -> {
                visitDeleteFrom(delete, true);
                append(", ");
                visitRoots(beside.from());
                visitWhere(beside.where());
            }
            case EXISTS -> {
                visitDeleteFrom(delete, false);
                append(" WHERE EXISTS (SELECT 1 FROM ");
                visitRoots(beside.from());
                visitWhere(beside.where());
                append(")");
            }
        }
        visitExtensions(delete.extensions(), Position.POST_CRITERIA, " ", "");
        visitExtensions(delete.extensions(), Position.POST_BODY, " ", "");
        leave();
    }

    /** Whether an alias of a single table is deleted from as from one of several: {@code DELETE b FROM books AS b}. */
    protected boolean deletesAliasFromFrom() {
        return false;
    }

    private void visitDeleteFrom(Delete delete, boolean inFrom) {
        if (inFrom) {
            visitVerb("DELETE ", delete.extensions());
            append(qualifier(delete.table()));
            visitOutput(delete);
            append(" FROM ");
            visitTable(delete.table());
        } else {
            visitVerb("DELETE ", delete.extensions());
            append("FROM ");
            visitTable(delete.table());
            visitOutput(delete);
        }
    }

    private void visitRows(OrderedRows rows) {
        if (rows.isAll()) {
            return;
        }
        traits.require(Feature.ORDERED_DML);
        for (int i = 0; i < rows.orderBy().size(); i++) {
            append(i == 0 ? " ORDER BY " : ", ");
            OrderItem item = rows.orderBy().get(i);
            visitOrderItem(item);
        }
        visitLimit(rows.limit(), !rows.orderBy().isEmpty());
    }

    private void requireAllRows(OrderedRows rows, String verb) {
        if (!rows.isAll()) {
            throw new UnsupportedFeatureException(
                    "ORDER BY and LIMIT on " + verb + " with other tables",
                    traits,
                    "Restrict the keys with in(subquery).");
        }
    }

    /** Every item beside the target of an UPDATE or DELETE. */
    final List<FromItem> besideTarget(TableRef table, OtherTables others) {
        return beside(table, others, null).from().items();
    }

    /** Whether nothing stands beside the target, neither named nor joining itself. */
    protected final boolean isAlone(TableRef table, OtherTables others) {
        return besideTarget(table, others).isEmpty();
    }

    private void enterAll(TableRef table, FromClause from) {
        enter();
        enterItem(table);
        from.items().forEach(this::enterItem);
    }

    /** Inner joins to the target become items of their own, whose ON is one condition more. */
    private Beside beside(TableRef table, OtherTables others, @Nullable Expression<Boolean> where) {
        List<FromItem> items = new ArrayList<>(others.items());
        items.add(0, table);
        List<Root> roots = new ArrayList<>();
        List<Expression<Boolean>> conditions = new ArrayList<>();
        FromClause from = FromClause.of(items, others.joins(), implicitTables());
        for (Root root : from.roots()) {
            if (!root.item().equals(table)) {
                roots.add(root);
                continue;
            }
            for (Joined join : root.joins()) {
                addBeside(table, join, roots, conditions);
            }
        }
        Expression<Boolean> all = Restrictions.and(where, from.restriction());
        if (all != null) {
            conditions.addAll(Logical.terms(Logical.Connective.AND, all));
        }
        return new Beside(
                new FromClause(roots, null),
                conditions.isEmpty() ? null : Logical.of(Logical.Connective.AND, conditions));
    }

    private static void addBeside(TableRef table, Joined join, List<Root> roots, List<Expression<Boolean>> conditions) {
        Expression<Boolean> on = join.on();
        boolean toTarget = on == null || FromClause.owners(on).contains(table) || roots.isEmpty();
        if (!toTarget) {
            roots.get(roots.size() - 1).joins().add(join);
            return;
        }
        switch (join.kind()) {
            case INNER, CROSS -> {}
            case LEFT, RIGHT, FULL ->
                throw new CompileException(
                        "ALK-1252",
                        "Cannot change " + FromClause.name(table) + " with a "
                                + join.kind().sql() + " of "
                                + FromClause.name(join.item())
                                + " to it: rows of the target are there anyway. Use a subquery for the value, or join"
                                + " to an item of from(…).");
        }
        roots.add(new Root(join.item(), new ArrayList<>()));
        if (on != null) {
            conditions.add(on);
        }
    }
}
