package org.alkahest.compile;

import java.util.Locale;
import org.alkahest.compile.Styles.BooleanStyle;
import org.alkahest.compile.Styles.DistinctFromStyle;
import org.alkahest.compile.Styles.IlikeStyle;
import org.alkahest.compile.Styles.PredicateStyle;
import org.alkahest.compile.Styles.TextMatchStyle;
import org.alkahest.sql.ArrayComparison;
import org.alkahest.sql.ArrayContains;
import org.alkahest.sql.Between;
import org.alkahest.sql.Comparison;
import org.alkahest.sql.DistinctFrom;
import org.alkahest.sql.Exists;
import org.alkahest.sql.Expression;
import org.alkahest.sql.InExpressions;
import org.alkahest.sql.InQuery;
import org.alkahest.sql.InValues;
import org.alkahest.sql.IsNull;
import org.alkahest.sql.JsonContains;
import org.alkahest.sql.JsonExists;
import org.alkahest.sql.Like;
import org.alkahest.sql.Logical;
import org.alkahest.sql.Not;
import org.alkahest.sql.Predicate;
import org.alkahest.sql.Quantified;
import org.alkahest.sql.QuantifiedArray;
import org.alkahest.sql.QuantifiedComparison;
import org.alkahest.sql.QuantifiedQuery;
import org.alkahest.sql.QueryExpression;
import org.alkahest.sql.RegexpLike;
import org.alkahest.sql.TextMatch;
import org.alkahest.sql.TruthTest;
import org.alkahest.sql.TruthValue;
import org.alkahest.sql.TupleComparison;
import org.alkahest.sql.TupleInQuery;
import org.alkahest.sql.TupleInValues;
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
            case QuantifiedComparison e -> visitQuantified(e);
            case Logical e -> visitLogical(e);
            case Not e -> {
                append("NOT ");
                visitCondition(e.operand(), Precedence.NOT);
            }
            case TruthTest e -> visitTruthTest(e);
            case TruthValue e -> visitTruthValue(e);
            case IsNull e -> {
                visit(e.operand(), Precedence.COMPARISON);
                append(e.negated() ? " IS NOT NULL" : " IS NULL");
            }
            case Between e -> visitBetween(e);
            case InValues<?> e -> visitInValues(e);
            case InExpressions e -> {
                visit(e.operand(), Precedence.COMPARISON);
                append(e.negated() ? " NOT IN (" : " IN (");
                visitAll(e.choices());
                append(")");
            }
            case InQuery e -> visitInQuery(e.operand(), e.query(), e.negated());
            case TupleComparison e -> visitTupleComparison(e);
            case TupleInValues e -> visitTupleInValues(e);
            case TupleInQuery e -> visitTupleInQuery(e);
            case Like e -> visitLike(e);
            case JsonExists e -> visitJsonPredicate(e);
            case JsonContains e -> visitJsonPredicate(e);
            case ArrayContains e -> visitArrayPredicate(e);
            case ArrayComparison e -> visitArrayPredicate(e);
            case RegexpLike e -> {
                traits.require(Feature.REGEXP);
                visitRegexpLike(e);
            }
            case TextMatch e -> visitTextMatch(e);
            case Exists e -> {
                append("EXISTS (");
                visitQuery(e.query());
                append(")");
            }
        }
    }

    /** Conditions of tuples, which build on those of their parts. */
    abstract void visitTupleComparison(TupleComparison e);

    abstract void visitTupleInValues(TupleInValues e);

    abstract void visitTupleInQuery(TupleInQuery e);

    /** The subquery of IN, ANY or ALL, inside its parentheses. */
    protected void visitInSubquery(QueryExpression<?> query) {
        visitQuery(query);
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

    private void visitQuantified(QuantifiedComparison e) {
        switch (e.right()) {
            case QuantifiedQuery<?> query -> visitQuantified(e, query.query());
            case QuantifiedArray<?> array -> visitArrayPredicate(e, array);
        }
    }

    /** Equality with any and inequality with all are IN and NOT IN, which every database has. */
    private void visitQuantified(QuantifiedComparison e, QueryExpression<?> query) {
        boolean all = e.right().quantifier() == Quantified.Quantifier.ALL;
        boolean in = !all && e.operator() == Comparison.Operator.EQUAL;
        boolean notIn = all && e.operator() == Comparison.Operator.NOT_EQUAL;
        if (in || notIn) {
            visitInQuery(e.left(), query, notIn);
            return;
        }
        traits.require(Feature.QUANTIFIED_COMPARISON);
        visit(e.left(), Precedence.COMPARISON);
        append(" ").append(e.operator().sql()).append(all ? " ALL (" : " ANY (");
        visitInSubquery(query);
        append(")");
    }

    private void visitInQuery(Expression<?> operand, QueryExpression<?> query, boolean negated) {
        visit(operand, Precedence.COMPARISON);
        append(negated ? " NOT IN (" : " IN (");
        visitInSubquery(query);
        append(")");
    }

    private void visitTruthTest(TruthTest e) {
        if (traits.predicates() == PredicateStyle.APART) {
            append("CASE WHEN ");
            visitTruthBranches(e);
            append(e.negated() ? " END = 0" : " END = 1");
        } else {
            visit(e.operand(), Precedence.COMPARISON);
            append(e.negated() ? " IS NOT " : " IS ");
            append(e.truth() == TruthTest.Truth.UNKNOWN ? "NULL" : e.truth().name());
        }
    }

    private void visitTruthBranches(TruthTest e) {
        switch (e.truth()) {
            case TRUE -> {
                visitCondition(e.operand());
                append(" THEN 1 ELSE 0");
            }
            case FALSE -> {
                append("NOT (");
                visitCondition(e.operand());
                append(") THEN 1 ELSE 0");
            }
            case UNKNOWN -> {
                visitCondition(e.operand());
                append(" THEN 0 WHEN NOT (");
                visitCondition(e.operand());
                append(") THEN 0 ELSE 1");
            }
        }
    }

    private void visitTruthValue(TruthValue e) {
        boolean words = traits.predicates() == PredicateStyle.VALUES && traits.booleans() == BooleanStyle.TRUE_FALSE;
        if (words) {
            append(e.value() ? "TRUE" : "FALSE");
        } else {
            append(e.value() ? "1 = 1" : "1 = 0");
        }
    }

    private void visitBetween(Between e) {
        if (e.symmetric()) {
            visitBetweenSymmetric(e);
        } else {
            visitBetween(e.operand(), "", e.low(), e.high(), e.negated());
        }
    }

    /** The SQL standard's SYMMETRIC is rare; without it both orders of the ends are tried. */
    protected void visitBetweenSymmetric(Between e) {
        append("(");
        visitBetween(e.operand(), "", e.low(), e.high(), e.negated());
        append(e.negated() ? " AND " : " OR ");
        visitBetween(e.operand(), "", e.high(), e.low(), e.negated());
        append(")");
    }

    protected final void visitBetween(
            Expression<?> operand, String symmetric, Expression<?> low, Expression<?> high, boolean negated) {
        visit(operand, Precedence.COMPARISON);
        append(negated ? " NOT BETWEEN " : " BETWEEN ").append(symmetric);
        visit(low, Precedence.ADDITION);
        append(" AND ");
        visit(high, Precedence.ADDITION);
    }

    /** A list that is longer than the database takes becomes several. */
    private void visitInValues(InValues<?> e) {
        int size = listSize(e.values().size());
        int most = traits.maxInValues();
        if (size == 0) {
            append(e.negated() ? "1 = 1" : "1 = 0");
        } else if (size <= most) {
            visitInValues(e, 0, size);
        } else {
            append("(");
            for (int from = 0; from < size; from += most) {
                append(from == 0 ? "" : e.negated() ? " AND " : " OR ");
                visitInValues(e, from, Math.min(from + most, size));
            }
            append(")");
        }
    }

    private void visitInValues(InValues<?> e, int from, int to) {
        visit(e.operand(), Precedence.COMPARISON);
        append(e.negated() ? " NOT IN (" : " IN (");
        int last = e.values().size() - 1;
        for (int i = from; i < to; i++) {
            append(i == from ? "" : ", ");
            addParameter(e, i, e.operand().type(), e.values().get(Math.min(i, last)));
        }
        append(")");
    }

    /** As a function, without operand precedences of its own. */
    protected void visitRegexpLike(RegexpLike e) {
        append(e.negated() ? "NOT REGEXP_LIKE(" : "REGEXP_LIKE(");
        visit(e.operand());
        append(", ");
        visit(e.pattern());
        append(e.flags().isEmpty() ? ")" : ", " + literal(e.flags()) + ")");
    }

    private void visitTextMatch(TextMatch e) {
        traits.require(Feature.FULL_TEXT);
        boolean several = e.texts().size() > 1;
        if (several) {
            traits.require(Feature.FULL_TEXT_COLUMNS);
        }
        switch (traits.textMatch()) {
            case CONTAINS, CONTAINS_SCORE -> {
                append(several ? "CONTAINS((" : "CONTAINS(");
                visitAll(e.texts());
                append(several ? "), " : ", ");
                visit(e.query());
                append(traits.textMatch() == TextMatchStyle.CONTAINS ? ")" : ") > 0");
            }
            case MATCH_AGAINST -> {
                append("MATCH (");
                visitAll(e.texts());
                append(") AGAINST (");
                visit(e.query());
                append(") > 0"); // a score, of which a fraction would be read as false
            }
            case MATCH -> visitBinary(e.texts().get(0), "MATCH", e.query(), Precedence.COMPARISON);
            case AT_SIGNS -> {
                append(several ? "concat_ws(' ', " : "");
                if (several) {
                    visitAll(e.texts());
                } else {
                    visit(e.texts().get(0), Precedence.CONCATENATION);
                }
                append(several ? ") @@ plainto_tsquery(" : " @@ plainto_tsquery(");
                visit(e.query());
                append(")");
            }
        }
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
