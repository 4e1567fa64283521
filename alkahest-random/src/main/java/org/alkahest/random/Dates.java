package org.alkahest.random;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.alkahest.sql.Sql;

/** Dates, a few years around those of the {@link Fixture}. */
final class Dates {
    private final Generation make;

    Dates(Generation make) {
        this.make = make;
    }

    Term<LocalDate> date(Scope scope, int budget) {
        Term<LocalDate> date = make.terms.of(Kind.DATE, scope, budget);
        return switch (make.choices.below(4)) {
            case 0 -> {
                ChronoUnit unit = make.choices.of(
                        List.of(ChronoUnit.DAYS, ChronoUnit.WEEKS, ChronoUnit.MONTHS, ChronoUnit.YEARS));
                yield date.as(date.expression().plus(make.choices.valueBelow(9) - 4L, unit));
            }
            case 1 -> {
                Term<Integer> days = make.terms.of(Kind.INTEGER, scope, budget);
                yield days.size() > 1000 ? date : date.as(date.expression().plus(days.expression(), ChronoUnit.DAYS));
            }
            case 2 ->
                date.as(Sql.greatest(
                        make.terms.present(Kind.DATE, scope, budget).expression(),
                        make.terms.present(Kind.DATE, scope, budget).expression()));
            default -> date.as(Sql.coalesce(date.expression(), make.values.date()));
        };
    }
}
