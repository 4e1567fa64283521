package org.alkahest.random;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.alkahest.compile.UnsupportedFeatureException;
import org.alkahest.sql.Row;

/** What a statement came to on one database. */
sealed interface Outcome {
    /** Rows as text, sorted unless their order is told. */
    record Rows(List<String> rows) implements Outcome {}

    /** Refused, as the database lacks something. */
    record Refused(String message) implements Outcome {}

    /** An error, which is always a fault: ours, or a limit of the database to be listed in {@link Limits}. */
    record Failed(RuntimeException error) implements Outcome {
        @Override
        public String toString() {
            StringBuilder text = new StringBuilder(error.toString());
            for (Throwable cause = error.getCause(); cause != null; cause = cause.getCause()) {
                text.append("\n      caused by ").append(cause);
            }
            return text.toString();
        }
    }

    static Outcome of(boolean ordered, Supplier<List<Row>> execution) {
        try {
            List<String> rows = new ArrayList<>();
            execution.get().forEach(row -> rows.add(text(row)));
            if (!ordered) {
                Collections.sort(rows);
            }
            return new Rows(rows);
        } catch (UnsupportedFeatureException e) {
            return new Refused(e.getMessage());
        } catch (RuntimeException e) {
            return new Failed(e);
        }
    }

    /** Numbers by value: how many zeros follow is the database's choice. */
    private static String text(Row row) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            Object value = row.value(i);
            text.append(i == 0 ? "" : " | ");
            if (value instanceof BigDecimal number) {
                text.append(
                        number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString());
            } else {
                text.append(value instanceof String string ? "'" + string + "'" : value);
            }
        }
        return text.toString();
    }
}
