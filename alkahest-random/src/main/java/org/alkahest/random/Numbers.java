package org.alkahest.random;

import java.math.BigDecimal;
import java.util.List;
import org.alkahest.sql.Arithmetic;
import org.alkahest.sql.Expression;
import org.alkahest.sql.Extract;
import org.alkahest.sql.Sql;
import org.alkahest.type.SqlTypes;

/** Numbers. No divisor is zero, and no result is larger than all databases take. */
final class Numbers {
    private final Generation make;

    Numbers(Generation make) {
        this.make = make;
    }

    Term<Integer> integer(Scope scope, int budget) {
        return switch (make.choices.below(14)) {
            case 0 -> sum(Kind.INTEGER, scope, budget);
            case 1 -> product(Kind.INTEGER, scope, budget);
            case 2 -> signed(Kind.INTEGER, scope, budget);
            case 3 -> quotient(Kind.INTEGER, scope, budget);
            case 4 -> {
                Term<String> text = make.terms.of(Kind.TEXT, scope, budget);
                yield new Term<>(Kind.INTEGER, Sql.charLength(text.expression()), text.size());
            }
            case 5 -> {
                Term<String> text = make.terms.of(Kind.TEXT, scope, budget);
                yield new Term<>(Kind.INTEGER, Sql.position(make.values.letters(), text.expression()), text.size());
            }
            case 6 -> {
                Extract.Field field = make.choices.of(List.of(
                        Extract.Field.YEAR,
                        Extract.Field.MONTH,
                        Extract.Field.DAY,
                        Extract.Field.QUARTER,
                        Extract.Field.DAY_OF_WEEK,
                        Extract.Field.DAY_OF_YEAR,
                        Extract.Field.WEEK));
                yield new Term<>(
                        Kind.INTEGER,
                        Sql.extract(
                                field, make.terms.of(Kind.DATE, scope, budget).expression()),
                        10_000);
            }
            case 7 ->
                new Term<>(
                        Kind.INTEGER,
                        Sql.daysBetween(
                                make.terms.of(Kind.DATE, scope, budget).expression(),
                                make.terms.of(Kind.DATE, scope, budget).expression()),
                        400_000);
            case 8 -> Terms.integer(make.terms.of(Kind.LONG, scope, budget));
            case 9 ->
                new Term<>(
                        Kind.INTEGER,
                        Sql.sign(make.terms.of(Kind.DECIMAL, scope, budget).expression()),
                        1);
            case 10 -> extreme(Kind.INTEGER, scope, budget);
            case 11 -> bits(scope, budget);
            case 12 ->
                new Term<>(
                        Kind.INTEGER,
                        Sql.value(Integer.toString(make.values.value(Kind.INTEGER)), SqlTypes.varchar(20))
                                .cast(SqlTypes.INTEGER),
                        Values.LARGEST_INTEGER);
            default -> {
                Term<Integer> dividend = make.terms.of(Kind.INTEGER, scope, budget);
                int divisor = 1 + make.choices.valueBelow(5);
                yield dividend.as(dividend.expression().floorDividedBy(make.choices.oneIn(2) ? -divisor : divisor));
            }
        };
    }

    Term<Long> ofLong(Scope scope, int budget) {
        return switch (make.choices.below(6)) {
            case 0 -> {
                Term<Integer> number = make.terms.of(Kind.INTEGER, scope, budget);
                yield new Term<>(Kind.LONG, number.expression().cast(SqlTypes.BIGINT), number.size());
            }
            case 1 -> sum(Kind.LONG, scope, budget);
            case 2 -> product(Kind.LONG, scope, budget);
            case 3 -> quotient(Kind.LONG, scope, budget);
            case 4 -> extreme(Kind.LONG, scope, budget);
            default -> signed(Kind.LONG, scope, budget);
        };
    }

    Term<BigDecimal> decimal(Scope scope, int budget) {
        return switch (make.choices.below(8)) {
            case 0 -> sum(Kind.DECIMAL, scope, budget);
            case 1 -> {
                Term<BigDecimal> left = make.terms.of(Kind.DECIMAL, scope, budget);
                Term<Integer> right = make.terms.of(Kind.INTEGER, scope, budget);
                yield new Term<>(
                        Kind.DECIMAL,
                        bounded(left).expression().times(bounded(right).expression()),
                        bounded(left).size() * bounded(right).size());
            }
            case 2 -> signed(Kind.DECIMAL, scope, budget);
            case 3 -> {
                Term<Integer> number = make.terms.of(Kind.INTEGER, scope, budget);
                yield new Term<>(Kind.DECIMAL, number.expression().cast(SqlTypes.decimal(12, 2)), number.size());
            }
            case 4 -> {
                Term<BigDecimal> number = make.terms.of(Kind.DECIMAL, scope, budget);
                yield new Term<>(Kind.DECIMAL, rounded(number.expression()), number.size() + 1);
            }
            case 5 -> extreme(Kind.DECIMAL, scope, budget);
            case 6 -> product(Kind.DECIMAL, scope, 0);
            default -> {
                Term<BigDecimal> number = make.terms.of(Kind.DECIMAL, scope, budget);
                yield number.as(number.expression()
                        .dividedBy(BigDecimal.valueOf(make.choices.oneIn(2) ? 2 : make.choices.oneIn(2) ? -1 : 4)));
            }
        };
    }

    private Expression<BigDecimal> rounded(Expression<BigDecimal> number) {
        return switch (make.choices.below(4)) {
            case 0 -> Sql.round(number);
            case 1 -> Sql.round(number, 1);
            case 2 -> Sql.floor(number);
            default -> Sql.ceiling(number);
        };
    }

    private <T extends Number> Term<T> sum(Kind<T> kind, Scope scope, int budget) {
        Term<T> left = make.terms.plain(make.terms.of(kind, scope, budget));
        Term<T> right = make.terms.of(kind, scope, budget);
        boolean minus = make.choices.oneIn(2);
        if (left.size() + right.size() > Term.LARGEST) {
            return left;
        }
        return new Term<>(
                kind,
                minus
                        ? left.expression().minus(right.expression())
                        : left.expression().plus(right.expression()),
                left.size() + right.size());
    }

    private <T extends Number> Term<T> product(Kind<T> kind, Scope scope, int budget) {
        Term<T> left = bounded(make.terms.of(kind, scope, budget));
        Term<T> right = bounded(make.terms.of(kind, scope, budget));
        return new Term<>(kind, left.expression().times(right.expression()), left.size() * right.size());
    }

    /** Nothing that a product of two would bring out of its type. */
    private <T extends Number> Term<T> bounded(Term<T> term) {
        return term.size() > 30_000 ? make.values.term(term.kind()) : term;
    }

    private <T extends Number> Term<T> signed(Kind<T> kind, Scope scope, int budget) {
        Term<T> number = make.terms.of(kind, scope, budget);
        return number.as(
                make.choices.oneIn(2)
                        ? Sql.abs(number.expression())
                        : number.expression().negate());
    }

    /** The divisor is a value, or NULL where it would be zero. */
    private <T extends Number> Term<T> quotient(Kind<T> kind, Scope scope, int budget) {
        Term<T> dividend = make.terms.of(kind, scope, budget);
        Arithmetic.Operator operator = make.choices.of(List.of(Arithmetic.Operator.DIVIDE, Arithmetic.Operator.MODULO));
        Expression<T> divisor;
        if (make.choices.oneIn(2)) {
            divisor = Sql.nullIf(make.terms.of(kind, scope, budget).expression(), zero(kind));
        } else {
            divisor = one(kind, 1 + make.choices.valueBelow(5));
            divisor = make.choices.oneIn(3) ? divisor.negate() : divisor;
        }
        return dividend.as(
                operator == Arithmetic.Operator.DIVIDE
                        ? dividend.expression().dividedBy(divisor)
                        : dividend.expression().modulo(divisor));
    }

    private <T extends Number> Term<T> extreme(Kind<T> kind, Scope scope, int budget) {
        Term<T> left = make.terms.present(kind, scope, budget);
        Term<T> right = make.terms.present(kind, scope, budget);
        return new Term<>(
                kind,
                make.choices.oneIn(2)
                        ? Sql.greatest(left.expression(), right.expression())
                        : Sql.least(left.expression(), right.expression()),
                Math.max(left.size(), right.size()));
    }

    /** Of numbers that are not negative: MySQL makes 64 bits without a sign of the others. */
    private Term<Integer> bits(Scope scope, int budget) {
        Term<Integer> term = make.terms.of(Kind.INTEGER, scope, budget);
        Expression<Integer> left = Sql.abs(term.expression());
        Expression<Integer> right = make.values.positive().expression();
        return new Term<>(
                Kind.INTEGER,
                switch (make.choices.below(3)) {
                    case 0 -> left.bitAnd(right);
                    case 1 -> left.bitOr(right);
                    default -> left.bitXor(right);
                },
                term.size() + 16);
    }

    private static <T extends Number> Expression<T> zero(Kind<T> kind) {
        return one(kind, 0);
    }

    @SuppressWarnings("unchecked") // there is one object per kind
    private static <T extends Number> Expression<T> one(Kind<T> kind, int number) {
        if (kind.equals(Kind.LONG)) {
            return Sql.value((T) Long.valueOf(number), kind.type());
        }
        return Sql.value((T) Integer.valueOf(number), kind.type());
    }
}
