package org.alkahest.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.alkahest.compile.Compiled.OutputColumn;
import org.alkahest.compile.Styles.LockingStyle;
import org.alkahest.sql.ColumnRef;
import org.alkahest.sql.CommonTableExpression;
import org.alkahest.sql.DerivedTable;
import org.alkahest.sql.Expression;
import org.alkahest.sql.FromExtension;
import org.alkahest.sql.FromItem;
import org.alkahest.sql.JoinClause;
import org.alkahest.sql.Labeled;
import org.alkahest.sql.OrderItem;
import org.alkahest.sql.QueryExpression;
import org.alkahest.sql.Select;
import org.alkahest.sql.SelectBody;
import org.alkahest.sql.Selectable;
import org.alkahest.sql.SetOperation;
import org.alkahest.sql.SqlNode;
import org.alkahest.sql.TableRef;
import org.alkahest.sql.WindowSpecification;
import org.alkahest.type.Codecs;
import org.jspecify.annotations.Nullable;

/** Compiles queries. */
abstract class SelectCompiler extends WindowCompiler {
    private @Nullable Scope scope;

    SelectCompiler(DialectTraits traits, IdentifierRules identifiers, TypeCompiler types, Codecs codecs) {
        super(traits, identifiers, types, codecs);
    }

    /** The WITH clause of a statement, before everything else. */
    protected final void visitWith(SqlNode statement) {
        List<CommonTableExpression> all = CommonTableExpressions.in(statement);
        boolean recursive = all.stream().anyMatch(cte -> cte.kind() == CommonTableExpression.Kind.RECURSIVE);
        for (int i = 0; i < all.size(); i++) {
            append(i > 0 ? ", " : recursive ? withRecursive() : "WITH ");
            CommonTableExpression cte = all.get(i);
            appendIdentifier(cte.name());
            append(" (");
            for (int column = 0; column < cte.columnNames().size(); column++) {
                append(column == 0 ? "" : ", ");
                appendIdentifier(cte.columnNames().get(column));
            }
            append(") AS (");
            visitQuery(cte.query());
            append(i == all.size() - 1 ? ") " : ")");
        }
    }

    /** The beginning of a WITH clause that has a recursive query; Oracle and SQL Server have no RECURSIVE there. */
    protected String withRecursive() {
        return "WITH RECURSIVE ";
    }

    @Override
    protected final void visitQuery(QueryExpression<?> query) {
        switch (query) {
            case Select<?> select -> visitSelect(select);
            case SetOperation<?> operation -> visitSetOperation(operation);
        }
    }

    /** The clauses of SELECT in the order of the grammar. */
    protected void visitSelect(Select<?> select) {
        SelectBody body = select.body();
        FromClause from = FromClause.resolve(select, scope);
        enter();
        Map<String, WindowSpecification> outerWindows = beginWindows();
        for (FromClause.Root root : from.roots()) {
            enterItem(root.item());
            root.joins().forEach(join -> enterItem(join.item()));
        }
        append("SELECT ");
        append(body.distinct() ? "DISTINCT " : "");
        visitSelectList(select.selection());
        visitFrom(from);
        visitWhere(body.where());
        visitGroupBy(body, select.selection());
        visitNamedWindows(NamedWindows.in(body.orderBy()));
        visitOrderBy(body.orderBy(), select.selection());
        visitLimit(body.limit(), body.offset(), !body.orderBy().isEmpty());
        visitLocking(body.locking());
        endWindows(outerWindows);
        leave();
    }

    protected void visitSetOperation(SetOperation<?> operation) {
        for (int i = 0; i < operation.terms().size(); i++) {
            append(i == 0 ? "" : " " + setOperator(operation.operator()) + " ");
            visitTerm(operation.terms().get(i));
        }
        for (int i = 0; i < operation.orderBy().size(); i++) {
            append(i == 0 ? " ORDER BY " : ", ");
            OrderItem item = operation.orderBy().get(i);
            visitOrderItem(item, () -> visitResultKey(operation, item.expression()));
        }
        visitLimit(operation.limit(), operation.offset(), !operation.orderBy().isEmpty());
    }

    /** The set operator in SQL. */
    protected String setOperator(SetOperation.Operator operator) {
        return operator.sql();
    }

    /** A term of a set operation; wrapped where it has an order, a limit, or is a set operation itself. */
    protected final void visitTerm(QueryExpression<?> term) {
        boolean bare = term instanceof Select<?> s
                && s.body().orderBy().isEmpty()
                && s.body().limit() == null
                && s.body().offset() == null
                && s.body().locking() == null;
        append(bare ? "" : termPrefix());
        visitQuery(term);
        append(bare ? "" : ")");
    }

    /** What opens a term of a set operation that is more than a plain SELECT; a parenthesis closes it. */
    protected String termPrefix() {
        return "(";
    }

    /** After a set operation only result columns are in scope: by name if only one has it, else by position. */
    private void visitResultKey(SetOperation<?> operation, Expression<?> key) {
        List<? extends Expression<?>> columns = operation.selection().expressions();
        List<Integer> named = new ArrayList<>();
        int position = -1;
        for (int i = 0; i < columns.size(); i++) {
            if (key.label().isPresent() && columns.get(i).label().equals(key.label())) {
                named.add(i);
            }
            if (position < 0 && columns.get(i).equals(key)) {
                position = i;
            }
        }
        if (named.size() == 1) {
            appendIdentifier(key.label().orElseThrow());
        } else if (position >= 0) {
            append(Integer.toString(position + 1));
        } else {
            throw new CompileException(
                    "ALK-1220",
                    "Cannot order the " + operation.operator().sql() + " by "
                            + key.label().map(l -> "'" + l + "'").orElse("an expression")
                            + ": it is " + (named.isEmpty() ? "not" : "more than once") + " in the first SELECT list."
                            + " Order by a selected column or the label of one.");
        }
    }

    private void visitSelectList(Selectable<?> selection) {
        List<? extends Expression<?>> expressions = selection.expressions();
        for (int i = 0; i < expressions.size(); i++) {
            append(i == 0 ? "" : ", ");
            visitSelected(expressions.get(i));
        }
    }

    /** One expression of a SELECT list, with its label. */
    protected void visitSelected(Expression<?> expression) {
        visitUntyped(expression instanceof Labeled<?> labeled ? labeled.operand() : expression);
        if (expression instanceof Labeled<?> labeled) {
            append(" AS ");
            appendIdentifier(labeled.name());
        }
    }

    private void visitFrom(FromClause from) {
        append(from.roots().isEmpty() ? withoutFrom() : "");
        for (int i = 0; i < from.roots().size(); i++) {
            append(i == 0 ? " FROM " : ", ");
            FromClause.Root root = from.roots().get(i);
            visitFromItem(root.item());
            for (FromClause.Joined join : root.joins()) {
                visitJoinKind(join.kind());
                visitFromItem(join.item());
                if (join.on() != null) {
                    append(" ON ");
                    visitCondition(join.on());
                }
            }
        }
    }

    /** What stands in place of FROM in a query on no table. */
    protected String withoutFrom() {
        return "";
    }

    protected void visitJoinKind(JoinClause.Kind kind) {
        switch (kind) {
            case RIGHT -> traits.require(Feature.RIGHT_JOIN);
            case FULL -> traits.require(Feature.FULL_JOIN);
            case INNER, LEFT, CROSS -> {}
        }
        append(" ").append(kind.sql()).append(" ");
    }

    protected void visitFromItem(FromItem item) {
        switch (item) {
            case DerivedTable derived -> visitDerivedTable(derived);
            case CommonTableExpression cte -> {
                appendIdentifier(cte.name());
                visitAlias(cte.alias());
            }
            case TableRef table -> visitTable(table);
            case FromExtension extension -> extension.render(renderContext(extension));
        }
    }

    /** It sees what encloses this query, but not what stands beside it in FROM: it is not LATERAL. */
    private void visitDerivedTable(DerivedTable derived) {
        Scope here = scope;
        scope = here == null ? null : here.outer();
        append("(");
        visitQuery(derived.query());
        append(")").append(tableAliasKeyword());
        appendIdentifier(derived.alias());
        scope = here;
    }

    protected void visitTable(TableRef table) {
        append(identifiers.qualified(table.schema(), table.name()));
        visitAlias(table.alias());
    }

    private void visitAlias(@Nullable String alias) {
        if (alias != null) {
            append(tableAliasKeyword());
            appendIdentifier(alias);
        }
    }

    /** What stands between a table and its alias; Oracle has no AS there. */
    protected String tableAliasKeyword() {
        return " AS ";
    }

    protected final void visitWhere(@Nullable Expression<Boolean> where) {
        if (where != null) {
            append(" WHERE ");
            visitCondition(where);
        }
    }

    private void visitGroupBy(SelectBody body, Selectable<?> selection) {
        for (int i = 0; i < body.groupBy().size(); i++) {
            append(i == 0 ? " GROUP BY " : ", ");
            visitKey(body.groupBy().get(i), selection, this::visitGroupPosition);
        }
        if (body.having() != null) {
            append(" HAVING ");
            visitCondition(body.having());
        }
    }

    private void visitOrderBy(List<OrderItem> items, Selectable<?> selection) {
        for (int i = 0; i < items.size(); i++) {
            append(i == 0 ? " ORDER BY " : ", ");
            OrderItem item = items.get(i);
            visitOrderItem(item, () -> visitSortKey(item.expression(), selection));
        }
    }

    private void visitSortKey(Expression<?> key, Selectable<?> selection) {
        if (key instanceof Labeled<?> labeled && selection.expressions().contains(labeled)) {
            appendIdentifier(labeled.name());
        } else {
            visitKey(key, selection, this::visitPosition);
        }
    }

    /** An expression of GROUP BY or ORDER BY. */
    private void visitKey(Expression<?> key, Selectable<?> selection, IntConsumer byPosition) {
        boolean mayRepeat = !distinguishesParameters() || unlabeled(key) instanceof ColumnRef<?>;
        int position = mayRepeat ? -1 : positionOf(key, selection);
        if (position >= 0) {
            byPosition.accept(position);
        } else {
            visit(key);
        }
    }

    private void visitPosition(int position) {
        append(Integer.toString(position + 1));
    }

    /** A key of GROUP BY that is the selected expression at a 0-based position. */
    protected void visitGroupPosition(int position) {
        visitPosition(position);
    }

    /**
     * Whether the database takes two parameters for different ones even where they always have the same value, so that an
     * expression that holds one cannot be repeated in GROUP BY, only referred to by its position.
     */
    protected boolean distinguishesParameters() {
        return false;
    }

    /** The place of a selected expression with parameters, or -1. Only the same nodes count, as values may differ. */
    private static int positionOf(Expression<?> key, Selectable<?> selection) {
        StatementKey.Walk wanted = StatementKey.walk(unlabeled(key));
        List<? extends Expression<?>> selected = selection.expressions();
        for (int i = 0; i < selected.size() && !wanted.values().isEmpty(); i++) {
            if (wanted.isSame(StatementKey.walk(unlabeled(selected.get(i))))) {
                return i;
            }
        }
        return -1;
    }

    private static Expression<?> unlabeled(Expression<?> expression) {
        return expression instanceof Labeled<?> labeled ? unlabeled(labeled.operand()) : expression;
    }

    protected void visitLimit(@Nullable Expression<Long> limit, @Nullable Expression<Long> offset, boolean ordered) {
        switch (traits.limit()) {
            case LIMIT_OFFSET -> {
                if (limit != null) {
                    append(" LIMIT ");
                    visit(limit);
                }
                if (offset != null) {
                    append(limit == null ? noLimit() : "").append(" OFFSET ");
                    visit(offset);
                }
            }
            case OFFSET_FETCH -> {
                if (offset != null) {
                    append(" OFFSET ");
                    visit(offset);
                    append(" ROWS");
                }
                if (limit != null) {
                    append(" FETCH NEXT ");
                    visit(limit);
                    append(" ROWS ONLY");
                }
            }
        }
    }

    /** What OFFSET without LIMIT needs before it. */
    protected String noLimit() {
        return "";
    }

    protected void visitLocking(SelectBody.@Nullable Locking locking) {
        if (locking == null || traits.locking() == LockingStyle.OMITTED) {
            return;
        }
        traits.require(locking.share() ? Feature.LOCK_SHARE : Feature.ROW_LOCKS);
        append(locking.share() ? " FOR SHARE" : " FOR UPDATE");
        switch (locking.onLocked()) {
            case NOWAIT -> {
                traits.require(Feature.LOCK_NOWAIT);
                append(" NOWAIT");
            }
            case SKIP_LOCKED -> {
                traits.require(Feature.LOCK_SKIP_LOCKED);
                append(" SKIP LOCKED");
            }
            case WAIT -> {}
        }
    }

    @Override
    protected void visitColumn(ColumnRef<?> column) {
        Scope here = scope;
        if (here == null) {
            appendIdentifier(column.name());
            return;
        }
        if (!here.has(column.owner())) {
            throw new CompileException(
                    "ALK-1226",
                    "Cannot compile column '" + column + "': " + FromClause.name(column.owner())
                            + " is not in FROM, which has "
                            + here.items().stream().map(FromClause::name).toList()
                            + ". Add it with from(…) or join(…), or use the alias that is there.");
        }
        append(qualifier(column.owner())).append(".");
        appendIdentifier(column.name());
    }

    private String qualifier(FromItem owner) {
        return switch (owner) {
            case TableRef table ->
                table.alias() == null
                        ? identifiers.qualified(table.schema(), table.name())
                        : identifiers.write(table.correlationName());
            case DerivedTable derived -> identifiers.write(derived.alias());
            case CommonTableExpression cte -> identifiers.write(cte.correlationName());
            case FromExtension extension -> identifiers.write(extension.toString());
        };
    }

    protected final void enter() {
        scope = new Scope(scope);
    }

    protected final void enterItem(FromItem item) {
        if (scope != null) {
            scope.add(item);
        }
    }

    protected final void leave() {
        scope = scope == null ? null : scope.outer();
    }

    /** The result columns that a selection gives, with their codecs. */
    protected final List<OutputColumn> outputColumns(Selectable<?> selection) {
        List<OutputColumn> columns = new ArrayList<>();
        for (Expression<?> expression : selection.expressions()) {
            String label = expression.label().orElse("column " + (columns.size() + 1));
            columns.add(new OutputColumn(label, expression.type(), codecs.codec(expression.type())));
        }
        return columns;
    }
}
