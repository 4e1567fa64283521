package org.alkahest.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.alkahest.compile.Compiled.OutputColumn;
import org.alkahest.compile.Styles.LimitStyle;
import org.alkahest.compile.Styles.RollupStyle;
import org.alkahest.sql.ColumnRef;
import org.alkahest.sql.Distinct;
import org.alkahest.sql.Expression;
import org.alkahest.sql.FromItem;
import org.alkahest.sql.GroupingSets;
import org.alkahest.sql.Labeled;
import org.alkahest.sql.Locking;
import org.alkahest.sql.OrderItem;
import org.alkahest.sql.QueryExpression;
import org.alkahest.sql.RowLimit;
import org.alkahest.sql.Seek;
import org.alkahest.sql.Select;
import org.alkahest.sql.SelectBody;
import org.alkahest.sql.Selectable;
import org.alkahest.sql.SetOperation;
import org.alkahest.sql.SyntaxExtension;
import org.alkahest.sql.SyntaxExtension.Position;
import org.alkahest.sql.TableRef;
import org.alkahest.sql.WindowSpecification;
import org.alkahest.type.Codecs;
import org.jspecify.annotations.Nullable;

/** Compiles queries. */
abstract class SelectCompiler extends FromCompiler {
    private int depth;

    SelectCompiler(DialectTraits traits, IdentifierRules identifiers, TypeCompiler types, Codecs codecs) {
        super(traits, identifiers, types, codecs);
    }

    /** The WITH clause of a query that is not the outermost. */
    abstract void visitNestedWith(FromClause from);

    @Override
    protected final void visitQuery(QueryExpression<?> query) {
        depth++;
        switch (query) {
            case Select<?> select -> visitSelect(select);
            case SetOperation<?> operation -> visitSetOperation(operation);
        }
        depth--;
    }

    /** Writes a part that is no outermost query: one of the WITH clause, or what a change consists of. */
    final void asPart(Runnable part) {
        depth++;
        part.run();
        depth--;
    }

    /** Whether the query at hand is a part of another. */
    protected final boolean isSubquery() {
        return depth > 1;
    }

    /** The clauses of SELECT in the order of the grammar. */
    protected void visitSelect(Select<?> select) {
        SelectBody body = select.body();
        FromClause from = FromClause.resolve(select, scope(), implicitTables());
        visitNestedWith(from);
        warn(CartesianProducts.warning(from, body.where()));
        enter();
        Map<String, WindowSpecification> outerWindows = beginWindows();
        from.items().forEach(this::enterItem);
        append("SELECT ");
        visitExtensions(body.extensions(), Position.POST_SELECT, "", " ");
        visitDistinct(body.distinct());
        visitTop(body.limit());
        visitExtensions(body.extensions(), Position.PRE_COLUMNS, "", " ");
        visitSelectList(select.selection());
        if (from.roots().isEmpty()) {
            append(withoutFrom());
        } else {
            visitFrom(from, body.hints());
        }
        visitWhere(Restrictions.and(restriction(body), from.restriction()));
        visitExtensions(body.extensions(), Position.POST_WHERE, " ", "");
        visitGroupBy(body, select.selection());
        visitQualify(body.qualify());
        visitExtensions(body.extensions(), Position.POST_CRITERIA, " ", "");
        visitNamedWindows(NamedWindows.in(body.orderBy()));
        visitOrderBy(body.orderBy(), select.selection());
        visitLimit(body.limit(), !body.orderBy().isEmpty());
        visitLocks(body.locks());
        visitExtensions(body.extensions(), Position.POST_BODY, " ", "");
        endWindows(outerWindows);
        leave();
    }

    /** WHERE, and the place at which a page begins. */
    private static @Nullable Expression<Boolean> restriction(SelectBody body) {
        Expression<Boolean> where = body.where();
        if (body.seek().isEmpty()) {
            return where;
        }
        Expression<Boolean> after = Seek.condition(body.orderBy(), body.seek());
        return where == null ? after : where.and(after);
    }

    private void visitDistinct(@Nullable Distinct distinct) {
        if (distinct != null && distinct.on().isEmpty()) {
            append("DISTINCT ");
        } else if (distinct != null) {
            traits.require(Feature.DISTINCT_ON);
            append("DISTINCT ON (");
            visitAll(distinct.on());
            append(") ");
        }
    }

    /** A limit that stands before the SELECT list; nothing here, see {@link #visitLimit}. */
    protected void visitTop(RowLimit limit) {}

    private void visitQualify(@Nullable Expression<Boolean> qualify) {
        if (qualify != null) {
            traits.require(Feature.QUALIFY);
            append(" QUALIFY ");
            visitCondition(qualify);
        }
    }

    /** The SQL of users at one seam, with blanks on the side of the statement. */
    protected final void visitExtensions(
            List<SyntaxExtension> extensions, Position position, String before, String after) {
        for (SyntaxExtension extension : extensions) {
            if (extension.position() == position && extension.isFor(traits.dialect())) {
                append(before);
                extension.render(renderContext(extension));
                append(after);
            }
        }
    }

    /** A statement that is written as one of another kind has no place for them. */
    final void requireNoExtensions(String statement, List<SyntaxExtension> extensions) {
        if (extensions.stream().anyMatch(extension -> extension.isFor(traits.dialect()))) {
            throw new UnsupportedFeatureException(
                    "syntax extension of " + statement,
                    traits,
                    "It is written as MERGE here: write the statement as text(…), or leave the extension out.");
        }
    }

    protected void visitSetOperation(SetOperation<?> operation) {
        switch (operation.operator()) {
            case INTERSECT, EXCEPT -> traits.require(Feature.INTERSECT);
            case INTERSECT_ALL, EXCEPT_ALL -> traits.require(Feature.INTERSECT_ALL);
            case UNION, UNION_ALL -> {}
        }
        visitTerms(operation);
        for (int i = 0; i < operation.orderBy().size(); i++) {
            append(i == 0 ? " ORDER BY " : ", ");
            OrderItem item = operation.orderBy().get(i);
            visitOrderItem(
                    item,
                    () -> visitResultKey(operation, item.expression()),
                    () -> visitResultValue(operation, item.expression()));
        }
        visitLimit(operation.limit(), !operation.orderBy().isEmpty());
        visitExtensions(operation.extensions(), Position.POST_BODY, " ", "");
    }

    /** The terms with the operator between them: what the order and the limit are of. */
    protected void visitTerms(SetOperation<?> operation) {
        for (int i = 0; i < operation.terms().size(); i++) {
            append(i == 0 ? "" : " " + setOperator(operation.operator()) + " ");
            visitTerm(operation.terms().get(i));
        }
    }

    /** The set operator in SQL. */
    protected String setOperator(SetOperation.Operator operator) {
        return operator.sql();
    }

    /** A term of a set operation; wrapped where it has an order, a limit, or is a set operation itself. */
    protected void visitTerm(QueryExpression<?> term) {
        boolean bare = term instanceof Select<?> select
                && select.body().isBare()
                && !CommonTableExpressions.isNestedIn(select);
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
        int position = resultPosition(operation, key);
        if (position < 0) {
            boolean known = key.label().isPresent()
                    && operation.selection().expressions().stream()
                            .anyMatch(column -> column.label().equals(key.label()));
            throw new CompileException(
                    "ALK-1220",
                    "Cannot order the " + operation.operator().sql() + " by "
                            + key.label().map(l -> "'" + l + "'").orElse("an expression")
                            + ": it is " + (known ? "more than once" : "not") + " in the first SELECT list."
                            + " Order by a selected column or the label of one.");
        }
        if (isOnlyOfItsName(operation, key)) {
            appendIdentifier(key.label().orElseThrow());
        } else {
            append(Integer.toString(position + 1));
        }
    }

    /** The 0-based place of the result column that a key of ORDER BY means: the only one of its name, or the same; or -1. */
    static int resultPosition(SetOperation<?> operation, Expression<?> key) {
        List<? extends Expression<?>> columns = operation.selection().expressions();
        if (isOnlyOfItsName(operation, key)) {
            return columns.stream().map(Expression::label).toList().indexOf(key.label());
        }
        return columns.indexOf(key);
    }

    private static boolean isOnlyOfItsName(SetOperation<?> operation, Expression<?> key) {
        return key.label().isPresent()
                && operation.selection().expressions().stream()
                                .filter(column -> column.label().equals(key.label()))
                                .count()
                        == 1;
    }

    /** A result column in an expression, where it has only its name. */
    private void visitResultValue(SetOperation<?> operation, Expression<?> key) {
        if (!isOnlyOfItsName(operation, key)) {
            throw new UnsupportedFeatureException(
                    "NULLS FIRST or LAST by a result column without a name of its own after "
                            + operation.operator().sql(),
                    traits,
                    "Give the column a label: as(\"name\").");
        }
        appendIdentifier(key.label().orElseThrow());
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

    protected final void visitWhere(@Nullable Expression<Boolean> where) {
        if (where != null) {
            append(" WHERE ");
            visitCondition(where);
        }
    }

    private void visitGroupBy(SelectBody body, Selectable<?> selection) {
        for (int i = 0; i < body.groupBy().size(); i++) {
            append(i == 0 ? " GROUP BY " : ", ");
            switch (body.groupBy().get(i)) {
                case Expression<?> key -> visitKey(key, selection, this::visitGroupPosition);
                case GroupingSets sets -> visitGroupingSets(sets, body.groupBy().size() == 1);
            }
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

    private void visitGroupingSets(GroupingSets sets, boolean alone) {
        traits.require(
                switch (sets.kind()) {
                    case ROLLUP -> Feature.ROLLUP;
                    case CUBE -> Feature.CUBE;
                    case GROUPING_SETS -> Feature.GROUPING_SETS;
                });
        boolean after = sets.kind() == GroupingSets.Kind.ROLLUP && traits.rollup() == RollupStyle.WITH_ROLLUP;
        if (after && !alone) {
            throw new UnsupportedFeatureException(
                    "ROLLUP beside other keys", traits, "Combine one grouped query per level with unionAll(…).");
        }
        append(after ? "" : sets.kind().sql() + " (");
        for (int i = 0; i < sets.sets().size(); i++) {
            append(i == 0 ? "" : ", ");
            List<Expression<?>> set = sets.sets().get(i);
            boolean parentheses = set.size() != 1 || sets.kind() == GroupingSets.Kind.GROUPING_SETS;
            append(parentheses ? "(" : "");
            visitAll(set);
            append(parentheses ? ")" : "");
        }
        append(after ? " WITH ROLLUP" : ")");
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

    protected void visitLimit(RowLimit limit, boolean ordered) {
        if (limit.isNone()) {
            return;
        }
        if (limit.withTies()) {
            traits.require(Feature.WITH_TIES);
        }
        if (limit.percent()) {
            traits.require(Feature.FETCH_PERCENT);
        }
        boolean fetch = limit.withTies() || limit.percent() || traits.limit() == LimitStyle.OFFSET_FETCH;
        if (fetch) {
            visitFetch(limit);
        } else {
            visitLimitOffset(limit.limit(), limit.offset());
        }
    }

    private void visitLimitOffset(
            @Nullable Expression<? extends Number> limit, @Nullable Expression<? extends Number> offset) {
        if (limit != null) {
            append(" LIMIT ");
            visit(limit);
        }
        if (offset != null) {
            append(limit == null ? noLimit() : "").append(" OFFSET ");
            visit(offset);
        }
    }

    protected void visitFetch(RowLimit limit) {
        if (limit.offset() != null) {
            append(" OFFSET ");
            visit(limit.offset());
            append(" ROWS");
        }
        if (limit.limit() != null) {
            append(" FETCH NEXT ");
            visit(limit.limit());
            append(limit.percent() ? " PERCENT" : "").append(limit.withTies() ? " ROWS WITH TIES" : " ROWS ONLY");
        }
    }

    /** What OFFSET without LIMIT needs before it. */
    protected String noLimit() {
        return "";
    }

    private void visitLocks(List<Locking> locks) {
        switch (traits.locking()) {
            case CLAUSE -> locks.forEach(this::visitLock);
            case OMITTED -> locks.forEach(this::requireVariant);
            case TABLE_HINT -> {}
        }
    }

    protected void visitLock(Locking lock) {
        requireLock(lock);
        append(" ").append(lock.strength().sql());
        for (int i = 0; i < lock.of().size(); i++) {
            append(i == 0 ? " OF " : ", ");
            append(lockTarget(lock.of().get(i)));
        }
        visitOnLocked(lock);
    }

    /** What happens at a row that is locked already. */
    protected final void visitOnLocked(Locking lock) {
        append(
                switch (lock.onLocked()) {
                    case WAIT -> lock.seconds() == 0 ? "" : " WAIT " + lock.seconds();
                    case NOWAIT -> " NOWAIT";
                    case SKIP_LOCKED -> " SKIP LOCKED";
                });
    }

    protected final void requireLock(Locking lock) {
        traits.require(
                switch (lock.strength()) {
                    case UPDATE -> Feature.ROW_LOCKS;
                    case SHARE -> Feature.LOCK_SHARE;
                    case NO_KEY_UPDATE, KEY_SHARE -> Feature.LOCK_KEY;
                });
        requireVariant(lock);
    }

    /** What a lock of the whole database does not do for one of rows. */
    private void requireVariant(Locking lock) {
        if (!lock.of().isEmpty()) {
            traits.require(Feature.LOCK_OF);
        }
        switch (lock.onLocked()) {
            case WAIT -> {
                if (lock.seconds() > 0) {
                    traits.require(Feature.LOCK_WAIT);
                }
            }
            case NOWAIT -> traits.require(Feature.LOCK_NOWAIT);
            case SKIP_LOCKED -> traits.require(Feature.LOCK_SKIP_LOCKED);
        }
    }

    /** How FOR UPDATE OF names an item of FROM: by its alias or bare name. */
    protected String lockTarget(FromItem item) {
        return item instanceof TableRef table ? identifiers.write(table.correlationName()) : qualifier(item);
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
