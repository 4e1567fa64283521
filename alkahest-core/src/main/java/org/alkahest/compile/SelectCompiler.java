package org.alkahest.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.alkahest.compile.Compiled.OutputColumn;
import org.alkahest.sql.ColumnRef;
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
import org.alkahest.sql.TableRef;
import org.alkahest.type.Codecs;
import org.jspecify.annotations.Nullable;

/** Compiles queries. */
abstract class SelectCompiler extends ExpressionCompiler {
    private @Nullable Scope scope;

    SelectCompiler(DialectTraits traits, IdentifierRules identifiers, TypeCompiler types, Codecs codecs) {
        super(traits, identifiers, types, codecs);
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
        for (FromClause.Root root : from.roots()) {
            enterItem(root.item());
            root.joins().forEach(join -> enterItem(join.item()));
        }
        append("SELECT ");
        append(body.distinct() ? "DISTINCT " : "");
        visitSelectList(select.selection());
        visitFrom(from);
        visitWhere(body.where());
        visitGroupBy(body);
        visitOrderBy(body.orderBy());
        visitLimit(body.limit(), body.offset(), !body.orderBy().isEmpty());
        visitLocking(body.locking());
        leave();
    }

    protected void visitSetOperation(SetOperation<?> operation) {
        for (int i = 0; i < operation.terms().size(); i++) {
            append(i == 0 ? "" : " " + operation.operator().sql() + " ");
            visitTerm(operation.terms().get(i));
        }
        visitOrderBy(operation.orderBy().stream().map(SelectCompiler::byLabel).toList());
        visitLimit(operation.limit(), operation.offset(), !operation.orderBy().isEmpty());
    }

    /** A term of a set operation; in parentheses where it has an order, a limit, or is a set operation itself. */
    protected void visitTerm(QueryExpression<?> term) {
        boolean bare = term instanceof Select<?> s
                && s.body().orderBy().isEmpty()
                && s.body().limit() == null
                && s.body().offset() == null;
        append(bare ? "" : "(");
        visitQuery(term);
        append(bare ? "" : ")");
    }

    /** After a set operation only result columns are in scope, by name. */
    private static OrderItem byLabel(OrderItem item) {
        Optional<String> label = item.expression().label();
        return label.isEmpty()
                ? item
                : new OrderItem(
                        new ResultColumn<>(label.get(), item.expression().type()), item.direction(), item.nulls());
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
        for (int i = 0; i < from.roots().size(); i++) {
            append(i == 0 ? " FROM " : ", ");
            FromClause.Root root = from.roots().get(i);
            visitFromItem(root.item());
            for (FromClause.Joined join : root.joins()) {
                visitJoinKind(join.kind());
                visitFromItem(join.item());
                if (join.on() != null) {
                    append(" ON ");
                    visit(join.on());
                }
            }
        }
    }

    protected void visitJoinKind(JoinClause.Kind kind) {
        append(" ").append(kind.sql()).append(" ");
    }

    protected void visitFromItem(FromItem item) {
        switch (item) {
            case DerivedTable derived -> {
                append("(");
                visitQuery(derived.query());
                append(") AS ");
                appendIdentifier(derived.alias());
            }
            case TableRef table -> visitTable(table);
            case FromExtension extension -> extension.render(renderContext(extension));
        }
    }

    protected void visitTable(TableRef table) {
        append(identifiers.qualified(table.schema(), table.name()));
        String alias = table.alias();
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
            visit(where);
        }
    }

    private void visitGroupBy(SelectBody body) {
        if (!body.groupBy().isEmpty()) {
            append(" GROUP BY ");
            visitAll(body.groupBy());
        }
        if (body.having() != null) {
            append(" HAVING ");
            visit(body.having());
        }
    }

    private void visitOrderBy(List<OrderItem> items) {
        for (int i = 0; i < items.size(); i++) {
            append(i == 0 ? " ORDER BY " : ", ");
            visitOrderItem(items.get(i));
        }
    }

    protected void visitOrderItem(OrderItem item) {
        if (item.expression() instanceof Labeled<?> labeled) {
            appendIdentifier(labeled.name());
        } else {
            visit(item.expression());
        }
        append(item.direction() == OrderItem.Direction.DESC ? " DESC" : "");
        switch (item.nulls()) {
            case FIRST -> append(" NULLS FIRST");
            case LAST -> append(" NULLS LAST");
            case DEFAULT -> {}
        }
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
        if (locking == null || traits.locking() == DialectTraits.LockingStyle.OMITTED) {
            return;
        }
        boolean waits = locking.onLocked() == SelectBody.Locking.Wait.WAIT;
        boolean has = switch (traits.locking()) {
            case OMITTED, FULL -> true;
            case FOR_UPDATE -> waits && !locking.share();
            case FOR_UPDATE_WAIT -> !locking.share();
        };
        if (!has) {
            throw new UnsupportedFeatureException(
                    locking.share() ? "FOR SHARE" : "NOWAIT or SKIP LOCKED", traits, "Use forUpdate().");
        }
        append(locking.share() ? " FOR SHARE" : " FOR UPDATE");
        switch (locking.onLocked()) {
            case NOWAIT -> append(" NOWAIT");
            case SKIP_LOCKED -> append(" SKIP LOCKED");
            case WAIT -> {}
        }
    }

    @Override
    protected void visitColumn(ColumnRef<?> column) {
        if (column instanceof ResultColumn<?>) {
            appendIdentifier(column.name());
            return;
        }
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
