package org.alkahest.compile;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.alkahest.sql.CommonTableExpression;
import org.alkahest.sql.CteClauses;
import org.alkahest.sql.QueryExpression;
import org.alkahest.sql.Returning;
import org.alkahest.sql.RowStatement;
import org.alkahest.sql.TextQuery;
import org.alkahest.type.Codecs;

/** Compiles named queries. */
abstract class WithCompiler extends MultisetCompiler {
    private final Set<CommonTableExpression> written = new LinkedHashSet<>();

    WithCompiler(DialectTraits traits, IdentifierRules identifiers, TypeCompiler types, Codecs codecs) {
        super(traits, identifiers, types, codecs);
    }

    protected abstract void visitReturning(Returning<?> returning);

    /** A WITH clause, and the blank after it; nothing where there is no query. */
    protected final void visitWith(List<CommonTableExpression> all) {
        boolean recursive = all.stream().anyMatch(cte -> cte.kind() == CommonTableExpression.Kind.RECURSIVE);
        if (recursive) {
            traits.require(Feature.RECURSIVE_CTE);
        }
        written.addAll(all);
        for (int i = 0; i < all.size(); i++) {
            append(i > 0 ? ", " : recursive ? withRecursive() : "WITH ");
            visitNamedQuery(all.get(i));
            append(i == all.size() - 1 ? " " : "");
        }
    }

    /** The beginning of a WITH clause that has a recursive query; Oracle and SQL Server have no RECURSIVE there. */
    protected String withRecursive() {
        return "WITH RECURSIVE ";
    }

    @Override
    final void visitNestedWith(FromClause from) {
        List<CommonTableExpression> here = new ArrayList<>();
        for (CommonTableExpression cte : CommonTableExpressions.nestedIn(from)) {
            if (!written.contains(cte)) {
                traits.require(Feature.NESTED_CTE);
                here.add(cte);
            }
        }
        visitWith(here);
        here.forEach(written::remove);
    }

    private void visitNamedQuery(CommonTableExpression cte) {
        appendIdentifier(cte.name());
        visitColumnNames(cte.columnNames());
        append(" AS ").append(materialized(cte.clauses())).append("(");
        visitBody(cte.query());
        append(")");
        CteClauses.Search search = cte.clauses().search();
        if (search != null) {
            traits.require(Feature.SEARCH_CLAUSE);
            append(search.depthFirst() ? " SEARCH DEPTH FIRST BY " : " SEARCH BREADTH FIRST BY ");
            visitNames(search.by());
            append(" SET ");
            appendIdentifier(search.column());
        }
        CteClauses.Cycle cycle = cte.clauses().cycle();
        if (cycle != null) {
            traits.require(Feature.CYCLE_CLAUSE);
            visitCycle(cycle);
        }
    }

    private String materialized(CteClauses clauses) {
        Boolean materialized = clauses.materialized();
        if (materialized == null) {
            return "";
        }
        traits.require(Feature.CTE_MATERIALIZED);
        return materialized ? "MATERIALIZED " : "NOT MATERIALIZED ";
    }

    private void visitBody(RowStatement<?> body) {
        switch (body) {
            case QueryExpression<?> query -> asPart(() -> visitQuery(query));
            case Returning<?> returning -> {
                traits.require(Feature.DATA_MODIFYING_CTE);
                visitReturning(returning);
            }
            case TextQuery<?> text -> visitTemplate(text.template());
        }
    }

    /** The CYCLE clause. */
    protected void visitCycle(CteClauses.Cycle cycle) {
        append(" CYCLE ");
        visitNames(cycle.columns());
        append(" SET ");
        appendIdentifier(cycle.mark());
        append(" TO 'Y' DEFAULT 'N' USING ");
        appendIdentifier(cycle.path());
    }

    /** Names with commas between them. */
    protected final void visitNames(List<String> names) {
        for (int i = 0; i < names.size(); i++) {
            append(i == 0 ? "" : ", ");
            appendIdentifier(names.get(i));
        }
    }
}
