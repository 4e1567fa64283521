package org.alkahest.compile;

import java.util.List;
import java.util.Map;
import org.alkahest.compile.Styles.BooleanStyle;
import org.alkahest.compile.Styles.LateralStyle;
import org.alkahest.compile.Styles.PredicateStyle;
import org.alkahest.compile.Styles.ValuesStyle;
import org.alkahest.sql.ColumnRef;
import org.alkahest.sql.CommonTableExpression;
import org.alkahest.sql.DerivedTable;
import org.alkahest.sql.Expression;
import org.alkahest.sql.Field;
import org.alkahest.sql.FromExtension;
import org.alkahest.sql.FromItem;
import org.alkahest.sql.JoinClause;
import org.alkahest.sql.NestedJoin;
import org.alkahest.sql.QueryExpression;
import org.alkahest.sql.Returning;
import org.alkahest.sql.RowSource;
import org.alkahest.sql.TableFunction;
import org.alkahest.sql.TableHint;
import org.alkahest.sql.TableRef;
import org.alkahest.sql.TableSample;
import org.alkahest.sql.TextQuery;
import org.alkahest.sql.ValuesTable;
import org.alkahest.type.Codecs;
import org.alkahest.type.SqlType;
import org.jspecify.annotations.Nullable;

/** Compiles what stands in FROM, and the columns that name it. */
abstract class FromCompiler extends WindowCompiler {
    private @Nullable Scope scope;
    private List<TableHint> hints = List.of();

    FromCompiler(DialectTraits traits, IdentifierRules identifiers, TypeCompiler types, Codecs codecs) {
        super(traits, identifiers, types, codecs);
    }

    /** FROM and what is joined; the hints of tables stand after them. */
    final void visitFrom(FromClause from, List<TableHint> tableHints) {
        List<TableHint> outer = hints;
        hints = tableHints;
        append(" FROM ");
        visitRoots(from);
        hints = outer;
    }

    /** The items of FROM and what is joined to each. */
    final void visitRoots(FromClause from) {
        for (int i = 0; i < from.roots().size(); i++) {
            FromClause.Root root = from.roots().get(i);
            boolean apply = isLateral(root.item()) && traits.lateral() == LateralStyle.APPLY;
            append(i == 0 ? "" : apply ? " CROSS APPLY " : ", ");
            visitFromItem(root.item());
            root.joins().forEach(this::visitJoin);
        }
    }

    private void visitJoin(FromClause.Joined join) {
        if (isLateral(join.item()) && traits.lateral() == LateralStyle.APPLY) {
            visitApply(join);
            return;
        }
        Expression<Boolean> on = join.on();
        visitJoinKind(on == null && join.kind() == JoinClause.Kind.INNER ? JoinClause.Kind.CROSS : join.kind());
        visitFromItem(join.item());
        if (on != null) {
            append(" ON ");
            visitCondition(on);
        } else if (join.kind() == JoinClause.Kind.LEFT) {
            append(" ON ").append(alwaysTrue());
        }
    }

    /** APPLY has no ON. */
    private void visitApply(FromClause.Joined join) {
        boolean left = join.kind() == JoinClause.Kind.LEFT;
        if (join.on() != null || join.kind() == JoinClause.Kind.RIGHT || join.kind() == JoinClause.Kind.FULL) {
            throw new UnsupportedFeatureException(
                    "condition on the join of a lateral item", traits, "Put the condition into its WHERE.");
        }
        append(left ? " OUTER APPLY " : " CROSS APPLY ");
        visitFromItem(join.item());
    }

    static boolean isLateral(FromItem item) {
        return item instanceof TableFunction || (item instanceof DerivedTable derived && derived.lateral());
    }

    /** A condition that every row meets. */
    protected String alwaysTrue() {
        return traits.predicates() == PredicateStyle.APART || traits.booleans() == BooleanStyle.ONE_ZERO
                ? "1 = 1"
                : "TRUE";
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
        visitHints(item, TableHint.Place.BEFORE);
        switch (item) {
            case DerivedTable derived -> visitDerivedTable(derived);
            case ValuesTable values -> visitValues(values);
            case TableFunction function -> visitTableFunction(function);
            case TableSample sample -> {
                RowSources.requireTable(sample.table(), "take a sample of");
                visitTableSample(sample);
            }
            case NestedJoin join -> {
                append("(");
                visitFromItem(join.left());
                visitJoinKind(join.kind());
                visitFromItem(join.right());
                append(" ON ");
                visitCondition(join.on());
                append(")");
            }
            case CommonTableExpression cte -> {
                appendIdentifier(cte.name());
                visitAlias(cte.alias());
            }
            case TableRef table -> {
                RowSource rows = table.rowSource();
                if (rows == null) {
                    visitTable(table);
                } else {
                    visitDerivedTable(new DerivedTable(rows.query(), table.correlationName(), false));
                }
            }
            case FromExtension extension -> extension.render(renderContext(extension));
        }
        visitHints(item, TableHint.Place.AFTER);
    }

    private void visitHints(FromItem item, TableHint.Place place) {
        for (TableHint hint : hints) {
            if (hint.place() == place
                    && hint.table().equals(item instanceof TableSample sample ? sample.table() : item)
                    && hint.dialects().contains(traits.dialect())) {
                boolean before = place == TableHint.Place.BEFORE;
                append(before ? hint.text() + " " : " " + hint.text());
            }
        }
    }

    /** It sees what encloses this query, but what stands beside it in FROM only if it is LATERAL. */
    private void visitDerivedTable(DerivedTable derived) {
        Scope here = scope;
        if (derived.lateral()) {
            traits.require(Feature.LATERAL);
            append(traits.lateral() == LateralStyle.LATERAL ? "LATERAL " : "");
        } else {
            scope = here == null ? null : here.outer();
        }
        append("(");
        switch (derived.query()) {
            case QueryExpression<?> query -> visitQuery(query);
            case TextQuery<?> text -> visitTemplate(text.template());
            case Returning<?> change -> throw new IllegalStateException("No change stands in FROM: " + change);
        }
        append(")").append(tableAliasKeyword());
        appendIdentifier(derived.alias());
        scope = here;
    }

    /** A list of rows. */
    protected void visitValues(ValuesTable values) {
        if (traits.values() == ValuesStyle.UNION_ALL) {
            visitValuesAsUnion(values);
            return;
        }
        String row = traits.values() == ValuesStyle.VALUES_ROW ? "ROW(" : "(";
        append("(");
        visitValueRows(values, row);
        append(")").append(tableAliasKeyword());
        appendIdentifier(values.alias());
        visitColumnNames(values.fields().stream().map(Field::name).toList());
    }

    /** {@code VALUES (…), (…)}. */
    protected final void visitValueRows(ValuesTable values, String rowBegin) {
        requireRows(values);
        append("VALUES ");
        for (int i = 0; i < values.rows().size(); i++) {
            append(i == 0 ? rowBegin : ", " + rowBegin);
            List<Expression<?>> row = values.rows().get(i);
            for (int column = 0; column < row.size(); column++) {
                append(column == 0 ? "" : ", ");
                visitUntyped(row.get(column));
            }
            append(")");
        }
    }

    private void visitValuesAsUnion(ValuesTable values) {
        requireRows(values);
        append("(");
        for (int i = 0; i < values.rows().size(); i++) {
            append(i == 0 ? "SELECT " : " UNION ALL SELECT ");
            for (int column = 0; column < values.fields().size(); column++) {
                append(column == 0 ? "" : ", ");
                visitUntyped(values.rows().get(i).get(column));
                if (i == 0) {
                    append(" AS ");
                    appendIdentifier(values.fields().get(column).name());
                }
            }
            append(withoutFrom());
        }
        append(")").append(tableAliasKeyword());
        appendIdentifier(values.alias());
    }

    /** What stands in place of FROM in a query on no table, where a database wants something there: {@code FROM DUAL}. */
    protected String withoutFrom() {
        return "";
    }

    private static void requireRows(ValuesTable values) {
        if (values.rows().isEmpty()) {
            throw new CompileException(
                    "ALK-1232",
                    "Cannot compile the list of values '" + values.alias()
                            + "': it has no row. Add row(…), or leave the list out.");
        }
    }

    protected final void visitColumnNames(List<String> names) {
        for (int i = 0; i < names.size(); i++) {
            append(i == 0 ? " (" : ", ");
            appendIdentifier(names.get(i));
        }
        append(")");
    }

    protected void visitTableFunction(TableFunction function) {
        traits.require(Feature.TABLE_FUNCTIONS);
        visit(function.call());
        if (function.ordinality() != null) {
            traits.require(Feature.WITH_ORDINALITY);
            append(" WITH ORDINALITY");
        }
        append(tableAliasKeyword());
        appendIdentifier(function.alias());
        switch (function.columns()) {
            case OWN -> {}
            case RENAMED -> visitColumnNames(function.columnNames());
            case TYPED -> throw new UnsupportedFeatureException(Feature.TYPED_TABLE_FUNCTIONS, traits);
        }
    }

    /** {@code (name type, …)}: the columns of a function that gives rows of any. */
    protected final void visitColumnTypes(TableFunction function) {
        List<Field<?>> fields = function.fields();
        for (int i = 0; i < fields.size(); i++) {
            SqlType<?> type = fields.get(i).type();
            traits.require(type);
            append(i == 0 ? "(" : ", ");
            appendIdentifier(fields.get(i).name());
            append(" ").append(types.castType(type));
        }
        append(")");
    }

    protected void visitTableSample(TableSample sample) {
        traits.require(Feature.TABLESAMPLE);
        visitTable(sample.table());
        append(" TABLESAMPLE ").append(sample.method().name());
        append(" (").append(literal(sample.percent())).append(")");
        Integer seed = sample.seed();
        if (seed != null) {
            append(" REPEATABLE (").append(literal(seed)).append(")");
        }
    }

    protected void visitTable(TableRef table) {
        append(identifiers.qualified(table.schema(), table.name()));
        visitAlias(table.alias());
    }

    protected final void visitAlias(@Nullable String alias) {
        if (alias != null) {
            append(tableAliasKeyword());
            appendIdentifier(alias);
        }
    }

    /** What stands between a table and its alias; Oracle has no AS there. */
    protected String tableAliasKeyword() {
        return " AS ";
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
        String substitute = here.substitute(column);
        append(substitute == null ? qualifier(column.owner()) + "." + identifiers.write(column.name()) : substitute);
    }

    final String qualifier(FromItem owner) {
        return switch (owner) {
            case TableRef table ->
                table.alias() == null && table.rowSource() == null
                        ? identifiers.qualified(table.schema(), table.name())
                        : identifiers.write(table.correlationName());
            case DerivedTable derived -> identifiers.write(derived.alias());
            case CommonTableExpression cte -> identifiers.write(cte.correlationName());
            case ValuesTable values -> identifiers.write(values.alias());
            case TableFunction function -> identifiers.write(function.alias());
            case TableSample sample -> qualifier(sample.table());
            case NestedJoin join -> throw new IllegalStateException("A nested join owns no column");
            case FromExtension extension -> identifiers.write(extension.toString());
        };
    }

    protected final void enter() {
        scope = new Scope(scope);
    }

    protected final void enterItem(FromItem item) {
        if (scope == null) {
            return;
        }
        switch (item) {
            case NestedJoin join -> {
                enterItem(join.left());
                enterItem(join.right());
            }
            case TableSample sample -> scope.add(sample.table());
            default -> scope.add(item);
        }
    }

    /** Writes columns of items that are entered here in another way. */
    final void substitute(Map<ColumnRef<?>, String> columns) {
        if (scope != null) {
            scope.substitute(columns);
        }
    }

    /** Whether the query at hand may name columns of one around it. */
    protected final boolean isEnclosed() {
        return scope != null && scope.outer() != null;
    }

    protected final @Nullable Scope scope() {
        return scope;
    }

    protected final void leave() {
        scope = scope == null ? null : scope.outer();
    }
}
