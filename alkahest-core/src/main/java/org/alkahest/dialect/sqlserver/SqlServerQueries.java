package org.alkahest.dialect.sqlserver;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.alkahest.compile.DialectTraits;
import org.alkahest.compile.Feature;
import org.alkahest.compile.IdentifierRules;
import org.alkahest.compile.TypeCompiler;
import org.alkahest.compile.UnsupportedFeatureException;
import org.alkahest.sql.CommonTableExpression;
import org.alkahest.sql.FromItem;
import org.alkahest.sql.JoinClause;
import org.alkahest.sql.Locking;
import org.alkahest.sql.OrderItem;
import org.alkahest.sql.QueryExpression;
import org.alkahest.sql.RowLimit;
import org.alkahest.sql.Select;
import org.alkahest.sql.SelectBody;
import org.alkahest.sql.SetOperation;
import org.alkahest.sql.TableFunction;
import org.alkahest.sql.TableRef;
import org.alkahest.sql.TableSample;
import org.alkahest.type.Codecs;
import org.jspecify.annotations.Nullable;

/** SQL Server's queries ("SELECT", "FROM", "ORDER BY clause" and "Table hints (Transact-SQL)", version 16). */
abstract class SqlServerQueries extends SqlServerFunctions {
    /** The limit of the query at hand that is written as TOP, or null. */
    private @Nullable RowLimit top;

    /** Whether the rows of the query at hand can be ordered by what it selects only. */
    private boolean ordersBySelected;

    private List<Locking> locks = List.of();

    SqlServerQueries(DialectTraits traits, IdentifierRules identifiers, TypeCompiler types, Codecs codecs) {
        super(traits, identifiers, types, codecs);
    }

    /** A recursive query is told by its reference to itself ("WITH common_table_expression"). */
    @Override
    protected String withRecursive() {
        return "WITH ";
    }

    @Override
    protected void visitSelect(Select<?> select) {
        SelectBody body = select.body();
        body.locks().forEach(this::requireLock);
        requireOrder(body);
        within(
                hasTop(body.limit()) ? body.limit() : null,
                body.distinct() != null,
                body.locks(),
                () -> super.visitSelect(select));
    }

    @Override
    protected void visitSetOperation(SetOperation<?> operation) {
        if (operation.operator() == SetOperation.Operator.UNION && refersToItself(operation)) {
            throw new UnsupportedFeatureException(
                    "recursive query that leaves out rows that came before",
                    traits,
                    "Use withRecursive(…), and end circles by a condition on the depth.");
        }
        within(null, true, List.of(), () -> super.visitSetOperation(operation));
    }

    /** The order of a set operation takes columns alone, and NULLS FIRST or LAST needs an expression (error 104). */
    @Override
    protected void visitTerms(SetOperation<?> operation) {
        boolean placesNulls = operation.orderBy().stream().anyMatch(SqlServerQueries::placesNulls);
        append(placesNulls ? "SELECT * FROM (" : "");
        super.visitTerms(operation);
        if (placesNulls) {
            append(") AS term");
            visitColumnNames(columnNames(operation));
        }
    }

    /** Whether NULL is to stand elsewhere than as the smallest value, which an expression before the key sees to. */
    private static boolean placesNulls(OrderItem item) {
        boolean first = item.direction() == OrderItem.Direction.ASC;
        return item.nulls() == (first ? OrderItem.Nulls.LAST : OrderItem.Nulls.FIRST);
    }

    /** Distinct rows have an order by selected columns alone, too (error 145). */
    private void requireOrder(SelectBody body) {
        if (body.distinct() != null && body.orderBy().stream().anyMatch(SqlServerQueries::placesNulls)) {
            throw new UnsupportedFeatureException(
                    "NULLS FIRST or LAST of distinct rows, where NULL is no smallest value",
                    traits,
                    "Select the distinct rows with asTable(alias), and order what is selected from that.");
        }
    }

    private void within(@Nullable RowLimit newTop, boolean bySelected, List<Locking> newLocks, Runnable query) {
        RowLimit outerTop = top;
        boolean outerBySelected = ordersBySelected;
        List<Locking> outerLocks = locks;
        top = newTop;
        ordersBySelected = bySelected;
        locks = newLocks;
        query.run();
        top = outerTop;
        ordersBySelected = outerBySelected;
        locks = outerLocks;
    }

    private static boolean refersToItself(SetOperation<?> operation) {
        for (QueryExpression<?> term : operation.terms()) {
            if (term instanceof Select<?> select
                    && (select.body().from().stream().anyMatch(SqlServerQueries::isSelf)
                            || select.body().joins().stream()
                                    .map(JoinClause::target)
                                    .anyMatch(SqlServerQueries::isSelf))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSelf(Object item) {
        return item instanceof CommonTableExpression cte && cte.kind() == CommonTableExpression.Kind.SELF;
    }

    /** OFFSET excludes TOP; TOP alone needs no order, and knows ties and percentages. */
    private static boolean hasTop(RowLimit limit) {
        return limit.limit() != null && limit.offset() == null;
    }

    @Override
    protected void visitTop(RowLimit limit) {
        if (limit.limit() == null || limit.offset() != null) {
            return;
        }
        append("TOP (");
        visit(limit.limit());
        append(limit.percent() ? ") PERCENT " : ") ");
        append(limit.withTies() ? "WITH TIES " : "");
    }

    /** OFFSET needs an order, and FETCH an offset; a subquery's order needs one of them or TOP (error 1033). */
    @Override
    protected void visitLimit(RowLimit limit, boolean ordered) {
        if (limit.equals(top)) {
            return;
        }
        if (limit.isNone()) {
            append(ordered && isSubquery() ? " OFFSET 0 ROWS" : "");
            return;
        }
        if (limit.percent() || limit.withTies()) {
            throw new UnsupportedFeatureException(
                    "PERCENT or WITH TIES together with an offset or on a set operation",
                    traits,
                    "Number the rows with rowNumber().over(…) in a subquery, or select from the set operation.");
        }
        // What no row differs in is no order, but among the selected it has to be.
        append(ordered ? "" : ordersBySelected ? " ORDER BY 1" : " ORDER BY (SELECT NULL)");
        append(" OFFSET ");
        if (limit.offset() == null) {
            append("0");
        } else {
            visit(limit.offset());
        }
        append(" ROWS");
        if (limit.limit() != null) {
            append(" FETCH NEXT ");
            visit(limit.limit());
            append(" ROWS ONLY");
        }
    }

    /** Terms of a set operation take no order, and parentheses only around another set operation. */
    @Override
    protected void visitTerm(QueryExpression<?> term) {
        switch (term) {
            case Select<?> select
            when select.body().orderBy().isEmpty()
                    && select.body().limit().offset() == null
                    && select.body().extensions().isEmpty() -> visitQuery(term);
            case SetOperation<?> operation
            when operation.orderBy().isEmpty() && operation.limit().isNone() -> {
                append("(");
                visitQuery(term);
                append(")");
            }
            default -> {
                append("SELECT * FROM (");
                visitQuery(term);
                append(") AS term");
                visitColumnNames(columnNames(term));
            }
        }
    }

    /** Columns of a table in FROM have names, each its own. */
    private static List<String> columnNames(QueryExpression<?> query) {
        Set<String> names = new LinkedHashSet<>();
        query.selection().expressions().forEach(column -> {
            String number = "column_" + (names.size() + 1);
            if (!names.add(column.label().orElse(number))) {
                names.add(number);
            }
        });
        return new ArrayList<>(names);
    }

    /** Each placeholder is a parameter of its own (error 8120). */
    @Override
    protected boolean distinguishesParameters() {
        return true;
    }

    /** A number in GROUP BY is a constant (error 164). */
    @Override
    protected void visitGroupPosition(int position) {
        throw new UnsupportedFeatureException(
                "GROUP BY of an expression with a parameter",
                traits,
                "Select the expression in a subquery and group by its column.");
    }

    @Override
    protected void visitTable(TableRef table) {
        super.visitTable(table);
        Set<String> hints = hints(table);
        append(hints.isEmpty() ? "" : " WITH (" + String.join(", ", hints) + ")");
    }

    /** Locks until the end of the transaction. An update lock lets others read, and nobody else lock. */
    private Set<String> hints(FromItem table) {
        Set<String> hints = new LinkedHashSet<>();
        for (Locking lock : locks) {
            if (!lock.of().isEmpty() && !lock.of().contains(table)) {
                continue;
            }
            hints.add(lock.strength() == Locking.Strength.UPDATE ? "UPDLOCK" : "REPEATABLEREAD");
            hints.add("ROWLOCK");
            switch (lock.onLocked()) {
                case WAIT -> {}
                case NOWAIT -> hints.add("NOWAIT");
                case SKIP_LOCKED -> hints.add("READPAST");
            }
        }
        return hints;
    }

    /** Columns that OPENJSON and its like give their types ("OPENJSON (Transact-SQL)", with_clause). */
    @Override
    protected void visitTableFunction(TableFunction function) {
        if (function.columns() != TableFunction.Columns.TYPED) {
            super.visitTableFunction(function);
            return;
        }
        if (function.ordinality() != null) {
            traits.require(Feature.WITH_ORDINALITY);
        }
        visit(function.call());
        append(" WITH ");
        visitColumnTypes(function);
        visitAlias(function.alias());
    }

    @Override
    protected void visitTableSample(TableSample sample) {
        if (sample.method() == TableSample.Method.BERNOULLI) {
            throw new UnsupportedFeatureException(
                    "TABLESAMPLE BERNOULLI", traits, "Use TABLESAMPLE SYSTEM, which chooses whole pages.");
        }
        super.visitTable(sample.table());
        append(" TABLESAMPLE SYSTEM (" + literal(sample.percent()) + " PERCENT)");
        Integer seed = sample.seed();
        append(seed == null ? "" : " REPEATABLE (" + seed + ")");
        append(hints(sample.table()).isEmpty() ? "" : " WITH (" + String.join(", ", hints(sample.table())) + ")");
    }
}
