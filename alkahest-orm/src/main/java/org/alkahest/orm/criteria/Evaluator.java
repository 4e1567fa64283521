package org.alkahest.orm.criteria;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.alkahest.orm.mapping.EntityTable;
import org.alkahest.orm.mapping.Keys;
import org.alkahest.orm.mapping.Lazy;
import org.alkahest.orm.state.EntityEntry;
import org.alkahest.schema.Column;
import org.alkahest.sql.Arithmetic;
import org.alkahest.sql.Between;
import org.alkahest.sql.Comparison;
import org.alkahest.sql.Concatenation;
import org.alkahest.sql.DistinctFrom;
import org.alkahest.sql.Expression;
import org.alkahest.sql.InExpressions;
import org.alkahest.sql.InValues;
import org.alkahest.sql.Inlined;
import org.alkahest.sql.IsNull;
import org.alkahest.sql.Labeled;
import org.alkahest.sql.Literal;
import org.alkahest.sql.Logical;
import org.alkahest.sql.Negation;
import org.alkahest.sql.Not;
import org.alkahest.sql.Operation;
import org.alkahest.sql.Predicate;
import org.alkahest.sql.TruthTest;
import org.alkahest.sql.TruthValue;
import org.alkahest.type.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * Makes evaluations of expressions over the columns of one entity, in SQL's logic of three values, for what all databases
 * agree on: comparisons, AND, OR, NOT, IN, BETWEEN, IS NULL, integer and decimal arithmetic. The rest is refused
 * (ALK-2130): LIKE and the order of texts, which follow collations; functions; other tables. Immutable.
 */
public final class Evaluator {
    private final EntityTable<?> table;
    private final Comparables comparables;

    /**
     * @param table the occurrence whose columns expressions may have
     * @param exactText whether texts are equal where all their characters are
     */
    public Evaluator(EntityTable<?> table, boolean exactText) {
        this.table = table;
        this.comparables = new Comparables(exactText);
    }

    /** An evaluation of an expression; errors with ALK-2130 where only the database can. */
    public Evaluation of(Expression<?> expression) {
        return switch (expression) {
            case Literal<?> literal -> constant(literal.value(), literal);
            case Inlined<?> inlined -> constant(inlined.value(), inlined);
            case Column<?> column -> column(column);
            case Labeled<?> labeled -> of(labeled.operand());
            case Predicate predicate -> condition(predicate);
            case Operation<?> operation -> operation(operation);
            default -> throw unevaluable(expression);
        };
    }

    /** An evaluation of what a column is set to; errors as {@link #of}. */
    public Evaluation assigned(Column<?> column, Expression<?> value) {
        if (value instanceof Literal<?> literal && literal.type().equals(column.type())) {
            Object set = literal.value() instanceof BigDecimal
                    ? Comparables.stored(literal.value(), column.type())
                    : literal.value();
            return entry -> copy(column.type(), set); // whatever it is, a flush would write it so
        }
        Evaluation evaluation = of(value);
        return entry -> Sums.as(column, evaluation.of(entry));
    }

    @SuppressWarnings("unchecked") // the value is of the column's type
    private static <T> @Nullable Object copy(SqlType<T> type, @Nullable Object value) {
        return value == null ? null : type.copy((T) value);
    }

    private static Evaluation constant(@Nullable Object value, Expression<?> of) {
        Object stored = Comparables.stored(value, of.type());
        return entry -> stored;
    }

    private Evaluation column(Column<?> column) {
        if (!table.mappedColumns().contains(column)) {
            throw new UnevaluableException("'" + column.name() + "' is no column of " + table.name());
        }
        String collation = column.options().collation();
        if (collation != null) {
            throw new UnevaluableException("'" + column.name() + "' has a collation of its own, " + collation);
        }
        int position = EntityTable.position(column);
        return entry -> Comparables.stored(valueOf(entry, position), column.type());
    }

    /** What the row has, not what the object has been given since. */
    @SuppressWarnings("ReferenceEquality") // PENDING is one object
    private static @Nullable Object valueOf(EntityEntry<?> entry, int position) {
        Object snapshot = entry.snapshot();
        Object value = snapshot == null ? Keys.PENDING : entry.mapping().snapshotValue(snapshot, position);
        if (value == Keys.PENDING || (value instanceof Lazy<?> lazy && !lazy.isLoaded())) {
            throw new UnevaluableException("what the row of " + entry + " has is not known");
        }
        return value instanceof Lazy<?> lazy ? lazy.lastContent() : value;
    }

    private Evaluation condition(Predicate predicate) {
        return switch (predicate) {
            case TruthValue(boolean value) -> entry -> value;
            case Logical logical -> logical(logical);
            case Not(Expression<Boolean> operand) -> negated(of(operand), true);
            case IsNull(Expression<?> operand, boolean negated) -> {
                Evaluation value = of(operand);
                yield entry -> (value.of(entry) == null) != negated;
            }
            case TruthTest(Expression<Boolean> operand, TruthTest.Truth truth, boolean negated) -> {
                Evaluation value = of(operand);
                yield entry -> truth.equals(truthOf(value.of(entry))) != negated;
            }
            case Comparison comparison -> comparison(comparison);
            case DistinctFrom(Expression<?> left, Expression<?> right, boolean negated) -> {
                comparables.requireEquality(left, right);
                yield distinct(of(left), of(right), negated);
            }
            case Between between when !between.symmetric() -> between(between);
            case InValues<?> in -> in(in);
            case InExpressions(Expression<?> operand, List<Expression<?>> choices, boolean negated) ->
                in(operand, choices, negated);
            default -> throw unevaluable(predicate);
        };
    }

    private static TruthTest.Truth truthOf(@Nullable Object value) {
        return value == null ? TruthTest.Truth.UNKNOWN : (Boolean) value ? TruthTest.Truth.TRUE : TruthTest.Truth.FALSE;
    }

    private static Evaluation negated(Evaluation value, boolean negated) {
        return negated
                ? entry -> {
                    Object truth = value.of(entry);
                    return truth == null ? null : !(Boolean) truth;
                }
                : value;
    }

    /** What decides alone, FALSE in AND, does so beside NULL as well. */
    private Evaluation logical(Logical logical) {
        List<Evaluation> terms = logical.terms().stream().map(this::of).toList();
        boolean decisive = logical.connective() == Logical.Connective.OR;
        return entry -> {
            boolean unknown = false;
            for (Evaluation term : terms) {
                Object truth = term.of(entry);
                if (truth == null) {
                    unknown = true;
                } else if ((Boolean) truth == decisive) {
                    return decisive;
                }
            }
            return unknown ? null : !decisive;
        };
    }

    private Evaluation comparison(Comparison comparison) {
        switch (comparison.operator()) {
            case EQUAL, NOT_EQUAL -> comparables.requireEquality(comparison.left(), comparison.right());
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL ->
                comparables.requireOrder(comparison.left(), comparison.right());
        }
        return compared(of(comparison.left()), comparison.operator(), of(comparison.right()));
    }

    private static Evaluation compared(Evaluation left, Comparison.Operator operator, Evaluation right) {
        return entry -> {
            Object a = left.of(entry);
            Object b = right.of(entry);
            if (a == null || b == null) {
                return null;
            }
            return switch (operator) {
                case EQUAL -> Comparables.equal(a, b);
                case NOT_EQUAL -> !Comparables.equal(a, b);
                case LESS -> Comparables.compare(a, b) < 0;
                case LESS_OR_EQUAL -> Comparables.compare(a, b) <= 0;
                case GREATER -> Comparables.compare(a, b) > 0;
                case GREATER_OR_EQUAL -> Comparables.compare(a, b) >= 0;
            };
        };
    }

    private static Evaluation distinct(Evaluation left, Evaluation right, boolean negated) {
        return entry -> {
            Object a = left.of(entry);
            Object b = right.of(entry);
            boolean same = (a == null || b == null) ? Objects.equals(a, b) : Comparables.equal(a, b);
            return same == negated;
        };
    }

    private Evaluation between(Between between) {
        comparables.requireOrder(between.operand(), between.low());
        comparables.requireOrder(between.operand(), between.high());
        Evaluation operand = of(between.operand());
        Evaluation low = compared(operand, Comparison.Operator.GREATER_OR_EQUAL, of(between.low()));
        Evaluation high = compared(operand, Comparison.Operator.LESS_OR_EQUAL, of(between.high()));
        return negated(
                entry -> {
                    Object above = low.of(entry);
                    Object below = high.of(entry);
                    if (Boolean.FALSE.equals(above) || Boolean.FALSE.equals(below)) {
                        return false;
                    }
                    return (above == null || below == null) ? null : true;
                },
                between.negated());
    }

    private <T> Evaluation in(InValues<T> in) {
        List<Expression<?>> choices = new ArrayList<>();
        in.values()
                .forEach(value -> choices.add(new Literal<>(value, in.operand().type())));
        return in(in.operand(), choices, in.negated());
    }

    private Evaluation in(Expression<?> operand, List<Expression<?>> choices, boolean negated) {
        choices.forEach(choice -> comparables.requireEquality(operand, choice));
        Evaluation value = of(operand);
        List<Evaluation> values = choices.stream().map(this::of).toList();
        return negated(entry -> isIn(value.of(entry), values, entry), negated);
    }

    private static @Nullable Boolean isIn(@Nullable Object value, List<Evaluation> choices, EntityEntry<?> entry) {
        boolean unknown = value == null && !choices.isEmpty();
        for (Evaluation choice : choices) {
            Object each = choice.of(entry);
            if (each == null) {
                unknown = true;
            } else if (value != null && Comparables.equal(value, each)) {
                return true;
            }
        }
        return unknown ? null : false;
    }

    private Evaluation operation(Operation<?> operation) {
        return switch (operation) {
            case Arithmetic<?> arithmetic -> {
                Evaluation left = of(arithmetic.left());
                Evaluation right = of(arithmetic.right());
                yield entry -> Sums.of(arithmetic.operator(), left.of(entry), right.of(entry));
            }
            case Negation<?> negation -> {
                Evaluation operand = of(negation.operand());
                yield entry -> Sums.of(Arithmetic.Operator.MINUS, 0, operand.of(entry));
            }
            case Concatenation concatenation -> concatenation(concatenation);
            default -> throw unevaluable(operation);
        };
    }

    private Evaluation concatenation(Concatenation concatenation) {
        for (Expression<?> term : concatenation.terms()) {
            if (!term.type().javaType().equals(String.class)) {
                throw new UnevaluableException("how " + term.type() + " becomes text is the database's to say");
            }
        }
        List<Evaluation> terms = concatenation.terms().stream().map(this::of).toList();
        return entry -> {
            StringBuilder text = new StringBuilder();
            for (Evaluation term : terms) {
                Object part = term.of(entry);
                if (part == null) {
                    throw new UnevaluableException("text beside NULL is NULL on some databases only");
                }
                text.append(part);
            }
            return text.toString();
        };
    }

    private static UnevaluableException unevaluable(Expression<?> expression) {
        return new UnevaluableException("its " + expression.getClass().getSimpleName() + " is not for Java to judge");
    }
}
