package org.alkahest.random;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.alkahest.engine.Connection;
import org.alkahest.schema.Table;
import org.alkahest.sql.DmlStatement;
import org.alkahest.sql.OrderTerm;
import org.alkahest.sql.Row;
import org.alkahest.sql.Select;
import org.alkahest.sql.Sql;
import org.alkahest.sql.Statement;

/** Whether all databases do the same, as far as they have what a statement needs. */
final class Agreement {
    private Agreement() {}

    static void check(Legs legs, RandomStatements.Query query) {
        check(
                legs,
                query.statement(),
                connection -> Outcome.of(
                        query.ordered(),
                        () -> connection.execute(query.statement()).all()));
    }

    /** Compares what the tables hold after the change, which is then undone. */
    static void check(Legs legs, DmlStatement change) {
        check(
                legs,
                change,
                connection -> Outcome.of(true, () -> {
                    connection.execute(change);
                    List<Row> rows = new ArrayList<>();
                    Fixture.tables()
                            .forEach(table ->
                                    rows.addAll(connection.execute(all(table)).all()));
                    return rows;
                }));
    }

    private static Select<Row> all(Table table) {
        return Sql.selectRow(table.columns())
                .orderBy(table.columns().stream()
                        .map(column -> column.asc().nullsFirst())
                        .toArray(OrderTerm[]::new));
    }

    private static void check(Legs legs, Statement statement, Function<Connection, Outcome> execution) {
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        List<Outcome.Rows> found = new ArrayList<>();
        boolean failed = false;
        for (Legs.Leg leg : legs.all()) {
            Outcome outcome;
            try {
                outcome = execution.apply(leg.connection());
            } finally {
                leg.connection().rollback();
            }
            outcomes.put(leg.name(), outcome);
            switch (outcome) {
                case Outcome.Rows rows -> found.add(rows);
                case Outcome.Failed failure ->
                    failed |= Limits.of(leg.dialect(), failure).isEmpty();
                case Outcome.Refused refused -> {}
            }
        }
        if (failed || found.stream().distinct().count() > 1) {
            throw new AssertionError(report(statement, outcomes));
        }
    }

    private static String report(Statement statement, Map<String, Outcome> outcomes) {
        StringBuilder text = new StringBuilder("The databases disagree.\n");
        outcomes.forEach((name, outcome) ->
                text.append("  ").append(name).append(": ").append(outcome).append('\n'));
        return text.append(Compilation.describe(statement)).toString();
    }
}
