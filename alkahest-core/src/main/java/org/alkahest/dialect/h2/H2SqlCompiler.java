package org.alkahest.dialect.h2;

import org.alkahest.compile.DialectTraits;
import org.alkahest.compile.IdentifierRules;
import org.alkahest.compile.Precedence;
import org.alkahest.compile.SqlCompiler;
import org.alkahest.compile.TypeCompiler;
import org.alkahest.sql.Arithmetic;
import org.alkahest.sql.Between;
import org.alkahest.sql.Expression;
import org.alkahest.sql.Literal;
import org.alkahest.sql.Parameter;
import org.alkahest.type.Codecs;
import org.alkahest.type.SqlType;
import org.alkahest.type.SqlTypes;
import org.alkahest.type.TypeName;

/** H2's SELECT, INSERT, UPDATE and DELETE (https://h2database.com/html/commands.html, 2.5). */
final class H2SqlCompiler extends SqlCompiler {
    H2SqlCompiler(DialectTraits traits, IdentifierRules identifiers, TypeCompiler types, Codecs codecs) {
        super(traits, identifiers, types, codecs);
    }

    /** A parameter among parameters has no type ("Unknown data type"), so it is told. */
    @Override
    protected void visitUntyped(Expression<?> expression) {
        boolean parameter = expression instanceof Literal<?> || expression instanceof Parameter<?>;
        if (parameter && expression.type().name() != TypeName.OTHER) {
            visitCast(expression, types.castType(unbounded(expression.type())));
        } else {
            visit(expression);
        }
    }

    /** A cast to the length or scale of a column would cut a value that is longer. */
    private static SqlType<?> unbounded(SqlType<?> type) {
        return switch (type.name()) {
            case CHAR, VARCHAR -> SqlTypes.TEXT;
            case DECIMAL -> SqlTypes.DECIMAL;
            default -> type;
        };
    }

    /** A remainder has the type of the divisor there, so {@code 7.5 % 2} would be 2. */
    @Override
    protected void visitArithmetic(Arithmetic<?> e) {
        if (e.operator() != Arithmetic.Operator.MODULO || isInteger(e)) {
            super.visitArithmetic(e);
        } else {
            visit(e.left(), Precedence.MULTIPLICATION);
            append(" % ");
            visitCast(e.right(), types.castType(unbounded(e.left().type())));
        }
    }

    @Override
    protected void visitBetweenSymmetric(Between e) {
        visitBetween(e.operand(), "SYMMETRIC ", e.low(), e.high(), e.negated());
    }
}
