package org.alkahest.compile;

import org.alkahest.sql.Arithmetic;
import org.alkahest.sql.Collate;
import org.alkahest.sql.Concatenation;
import org.alkahest.sql.Literal;
import org.alkahest.sql.Negation;
import org.alkahest.sql.Operation;
import org.alkahest.type.Codecs;
import org.alkahest.type.SqlType;

/** Compiles operators that compute values. */
abstract class OperatorCompiler extends TupleCompiler {
    OperatorCompiler(DialectTraits traits, IdentifierRules identifiers, TypeCompiler types, Codecs codecs) {
        super(traits, identifiers, types, codecs);
    }

    @Override
    final void visitOperation(Operation<?> operation) {
        switch (operation) {
            case Arithmetic<?> e -> visitArithmetic(e);
            case Negation<?> e -> visitNegation(e);
            case Concatenation e -> visitConcatenation(e);
            case Collate e -> visitCollate(e);
        }
    }

    protected void visitArithmetic(Arithmetic<?> e) {
        visitBinary(e.left(), e.operator().sql(), e.right(), Precedence.of(e));
    }

    /** Two minus signs in a row begin a comment, so whatever may begin with one is in parentheses. */
    private void visitNegation(Negation<?> e) {
        boolean wrap = e.operand() instanceof Literal<?>;
        append(wrap ? "-(" : "-");
        visit(e.operand(), Precedence.ATOM);
        append(wrap ? ")" : "");
    }

    /** Whether an operation is among integers, whose division and remainder are different ones. */
    protected static boolean isInteger(Arithmetic<?> e) {
        return isInteger(e.left().type()) && isInteger(e.right().type());
    }

    private static boolean isInteger(SqlType<?> type) {
        return switch (type.name()) {
            case SMALLINT, INTEGER, BIGINT -> true;
            default -> false;
        };
    }

    protected void visitConcatenation(Concatenation e) {
        for (int i = 0; i < e.terms().size(); i++) {
            append(i == 0 ? "" : " || ");
            // Databases disagree whether || binds tighter than arithmetic.
            visit(e.terms().get(i), Precedence.UNARY);
        }
    }

    protected void visitCollate(Collate e) {
        visit(e.operand(), Precedence.ATOM);
        append(" COLLATE ");
        appendIdentifier(e.collation());
    }
}
