package org.alkahest.compile;

import java.util.Locale;
import org.alkahest.compile.Styles.DistinctFromStyle;
import org.alkahest.compile.Styles.IlikeStyle;
import org.alkahest.sql.Between;
import org.alkahest.sql.Comparison;
import org.alkahest.sql.DistinctFrom;
import org.alkahest.sql.Exists;
import org.alkahest.sql.Expression;
import org.alkahest.sql.InQuery;
import org.alkahest.sql.InValues;
import org.alkahest.sql.IsNull;
import org.alkahest.sql.Like;
import org.alkahest.sql.Logical;
import org.alkahest.sql.Not;
import org.alkahest.sql.Predicate;
import org.alkahest.type.Codecs;

/** Compiles conditions. */
abstract class PredicateCompiler extends ExpressionCompiler {
    PredicateCompiler(DialectTraits traits, IdentifierRules identifiers, TypeCompiler types, Codecs codecs) {
        super(traits, identifiers, types, codecs);
    }

    @Override
    final void visitPredicate(Predicate predicate) {
        switch (predicate) {
            case Comparison e -> visitBinary(e.left(), e.operator().sql(), e.right(), Precedence.COMPARISON);
            case DistinctFrom e -> visitDistinctFrom(e);
            case Logical e -> visitLogical(e);
            case Not e -> {
                append("NOT ");
                visitCondition(e.operand(), Precedence.NOT);
            }
            case IsNull e -> {
                visit(e.operand(), Precedence.COMPARISON);
                append(e.negated() ? " IS NOT NULL" : " IS NULL");
            }
            case Between e -> visitBetween(e);
            case InValues<?> e -> visitInValues(e);
            case InQuery e -> {
                visit(e.operand(), Precedence.COMPARISON);
                append(e.negated() ? " NOT IN (" : " IN (");
                visitQuery(e.query());
                append(")");
            }
            case Like e -> visitLike(e);
            case Exists e -> {
                append("EXISTS (");
                visitQuery(e.query());
                append(")");
            }
        }
    }

    protected void visitDistinctFrom(DistinctFrom e) {
        String operator = switch (traits.distinctFrom()) {
            case STANDARD -> e.negated() ? "IS NOT DISTINCT FROM" : "IS DISTINCT FROM";
            case IS -> e.negated() ? "IS" : "IS NOT";
            case SPACESHIP -> "<=>";
            case DECODE, INTERSECT ->
                throw new IllegalStateException(
                        traits.dialect() + ": its compiler does not write " + traits.distinctFrom());
        };
        boolean wrap = traits.distinctFrom() == DistinctFromStyle.SPACESHIP && !e.negated();
        append(wrap ? "NOT (" : "");
        visitBinary(e.left(), operator, e.right(), Precedence.COMPARISON);
        append(wrap ? ")" : "");
    }

    private void visitLogical(Logical e) {
        Precedence precedence = Precedence.of(e);
        String between = e.connective() == Logical.Connective.AND ? " AND " : " OR ";
        for (int i = 0; i < e.terms().size(); i++) {
            append(i == 0 ? "" : between);
            visitCondition(e.terms().get(i), precedence);
        }
    }

    private void visitBetween(Between e) {
        visit(e.operand(), Precedence.COMPARISON);
        append(e.negated() ? " NOT BETWEEN " : " BETWEEN ");
        visit(e.low(), Precedence.ADDITION);
        append(" AND ");
        visit(e.high(), Precedence.ADDITION);
    }

    private <T> void visitInValues(InValues<T> e) {
        if (e.values().isEmpty()) {
            append(e.negated() ? "1 = 1" : "1 = 0");
            return;
        }
        int size = StatementKey.padded(e.values().size());
        int most = traits.maxInValues();
        append(size > most ? "(" : "");
        for (int start = 0; start < size; start += most) {
            append(start == 0 ? "" : e.negated() ? " AND " : " OR ");
            visitInList(e, start, Math.min(size - start, most));
        }
        append(size > most ? ")" : "");
    }

    /** Some of the values as one list; the last one stands in for those that pad it. */
    private <T> void visitInList(InValues<T> e, int start, int count) {
        visit(e.operand(), Precedence.COMPARISON);
        append(e.negated() ? " NOT IN (" : " IN (");
        for (int i = start; i < start + count; i++) {
            append(i == start ? "" : ", ");
            addParameter(
                    e,
                    i,
                    e.operand().type(),
                    e.values().get(Math.min(i, e.values().size() - 1)));
        }
        append(")");
    }

    protected void visitLike(Like e) {
        boolean lower = e.ignoreCase() && traits.ilike() == IlikeStyle.LOWER;
        String operator = e.ignoreCase() && !lower ? "ILIKE" : "LIKE";
        visitLikeSide(e.operand(), lower);
        append(e.negated() ? " NOT " : " ").append(operator).append(" ");
        visitLikeSide(e.pattern(), lower);
        if (e.escape() != null) {
            String escape = e.escape().toString();
            append(" ESCAPE ").append(literal(lower ? escape.toLowerCase(Locale.ROOT) : escape));
        }
    }

    private void visitLikeSide(Expression<?> side, boolean lower) {
        if (lower) {
            append("lower(");
            visit(side);
            append(")");
        } else {
            visit(side, Precedence.ADDITION);
        }
    }
}
