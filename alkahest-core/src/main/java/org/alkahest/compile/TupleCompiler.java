package org.alkahest.compile;

import java.util.List;
import org.alkahest.sql.Comparison.Operator;
import org.alkahest.sql.Expression;
import org.alkahest.sql.Tuple;
import org.alkahest.sql.TupleComparison;
import org.alkahest.sql.TupleInQuery;
import org.alkahest.sql.TupleInValues;
import org.alkahest.type.Codecs;

/** Compiles conditions of tuples; where the database has no row values, they become conditions of the parts. */
abstract class TupleCompiler extends PredicateCompiler {
    TupleCompiler(DialectTraits traits, IdentifierRules identifiers, TypeCompiler types, Codecs codecs) {
        super(traits, identifiers, types, codecs);
    }

    @Override
    final void visitTupleComparison(TupleComparison e) {
        boolean equality = e.operator() == Operator.EQUAL || e.operator() == Operator.NOT_EQUAL;
        if (traits.has(equality ? Feature.ROW_VALUES : Feature.ROW_VALUE_ORDER)) {
            visitTuple(e.left());
            append(" ").append(e.operator().sql()).append(" ");
            visitRightTuple(e.right());
        } else if (equality) {
            append(e.operator() == Operator.EQUAL ? "(" : "NOT (");
            visitEqualParts(e.left(), e.right(), e.left().parts().size());
            append(")");
        } else {
            visitOrderedParts(e);
        }
    }

    /** The right side of a comparison. */
    protected void visitRightTuple(Tuple<?> tuple) {
        visitTuple(tuple);
    }

    private void visitTuple(Tuple<?> tuple) {
        append("(");
        visitAll(tuple.parts());
        append(")");
    }

    private void visitEqualParts(Tuple<?> left, Tuple<?> right, int parts) {
        for (int i = 0; i < parts; i++) {
            append(i == 0 ? "" : " AND ");
            visitParts(left, Operator.EQUAL, right, i);
        }
    }

    private void visitParts(Tuple<?> left, Operator operator, Tuple<?> right, int part) {
        visitBinary(left.parts().get(part), operator.sql(), right.parts().get(part), Precedence.COMPARISON);
    }

    /** {@code (a < x OR a = x AND b < y)}: only the last part may be equal, and only if the whole may. */
    private void visitOrderedParts(TupleComparison e) {
        int last = e.left().parts().size() - 1;
        append("(");
        for (int i = 0; i <= last; i++) {
            append(i == 0 ? "" : " OR ");
            visitEqualParts(e.left(), e.right(), i);
            append(i == 0 ? "" : " AND ");
            visitParts(e.left(), i == last ? e.operator() : strict(e.operator()), e.right(), i);
        }
        append(")");
    }

    private static Operator strict(Operator operator) {
        return switch (operator) {
            case LESS_OR_EQUAL -> Operator.LESS;
            case GREATER_OR_EQUAL -> Operator.GREATER;
            case EQUAL, NOT_EQUAL, LESS, GREATER -> operator;
        };
    }

    @Override
    final void visitTupleInQuery(TupleInQuery e) {
        traits.require(Feature.ROW_VALUES);
        visitTuple(e.operand());
        append(e.negated() ? " NOT IN (" : " IN (");
        visitInSubquery(e.query());
        append(")");
    }

    @Override
    final void visitTupleInValues(TupleInValues e) {
        int size = listSize(e.rows().size());
        if (size == 0) {
            append(e.negated() ? "1 = 1" : "1 = 0");
        } else if (traits.has(Feature.ROW_VALUES)) {
            visitTuple(e.operand());
            append(e.negated() ? " NOT IN (" : " IN (").append(rowListPrefix());
            for (int row = 0; row < size; row++) {
                append(row == 0 ? "(" : ", (");
                for (int part = 0; part < e.operand().parts().size(); part++) {
                    append(part == 0 ? "" : ", ");
                    visitValue(e, part, row);
                }
                append(")");
            }
            append(")");
        } else {
            visitPartsOfRows(e, size);
        }
    }

    /** What stands before a list of rows in IN. */
    protected String rowListPrefix() {
        return "";
    }

    private void visitPartsOfRows(TupleInValues e, int size) {
        List<Expression<?>> parts = e.operand().parts();
        append(e.negated() ? "NOT (" : "(");
        for (int row = 0; row < size; row++) {
            append(row == 0 ? "" : " OR ");
            for (int part = 0; part < parts.size(); part++) {
                append(part == 0 ? "" : " AND ");
                visit(parts.get(part), Precedence.COMPARISON);
                append(" = ");
                visitValue(e, part, row);
            }
        }
        append(")");
    }

    /** The values of each part follow one another, as the node describes them. */
    private void visitValue(TupleInValues e, int part, int row) {
        int size = e.rows().size();
        int slot = part * StatementKey.padded(size) + row;
        Object value = e.rows().get(Math.min(row, size - 1)).get(part);
        addParameter(e, slot, e.operand().parts().get(part).type(), value);
    }
}
