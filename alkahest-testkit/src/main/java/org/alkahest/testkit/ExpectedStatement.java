package org.alkahest.testkit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What {@link StatementRecorder#assertStatements} expects: a statement, or several in any order. Immutable.
 *
 * <p>Texts are compared without identifier quotes, and any white space counts as one space, so that one text serves several
 * databases. Values are compared by {@code equals}, but numbers that are equal in value are equal.
 */
public sealed interface ExpectedStatement {
    /** A statement of exactly this text, with any parameters. */
    static ExpectedStatement sql(String text) {
        return new One(text, false, null);
    }

    /** A statement of exactly this text and one set of parameters. */
    static ExpectedStatement sql(String text, @Nullable Object... parameters) {
        return new One(text, false, List.of(Collections.unmodifiableList(Arrays.asList(parameters))));
    }

    /** A batch of a statement of exactly this text, with one set of parameters each. */
    static ExpectedStatement batch(String text, List<List<@Nullable Object>> parameters) {
        return new One(text, false, List.copyOf(parameters));
    }

    /** A statement that begins with this text, such as {@code "INSERT INTO students"}, with any parameters. */
    static ExpectedStatement startingWith(String text) {
        return new One(text, true, null);
    }

    /** All of these, in any order, one directly after the other. */
    static ExpectedStatement allOf(ExpectedStatement... statements) {
        return new AnyOrder(List.of(statements));
    }

    /** How many statements it stands for. */
    int size();

    /** What is wrong with the statements in its place, fewer than {@link #size} at the end; empty if nothing is. */
    String mismatch(List<RecordedStatement> actual);

    /**
     * One statement.
     *
     * @param parameters null for any
     */
    record One(String text, boolean isPrefix, @Nullable List<List<@Nullable Object>> parameters)
            implements ExpectedStatement {
        @Override
        public int size() {
            return 1;
        }

        @Override
        public String mismatch(List<RecordedStatement> actual) {
            if (actual.isEmpty()) {
                return "expected " + this + ", but there was none";
            }
            RecordedStatement statement = actual.get(0);
            String sent = plain(statement.sql());
            boolean sameText = isPrefix ? sent.startsWith(plain(text)) : sent.equals(plain(text));
            return sameText && (parameters == null || same(parameters, statement.parameters()))
                    ? ""
                    : "expected " + this + ", but there was\n  " + statement;
        }

        private static String plain(String sql) {
            return sql.replaceAll("[\"`]", "").strip().replaceAll("\\s+", " ");
        }

        private static boolean same(@Nullable Object expected, @Nullable Object actual) {
            if (expected instanceof List<?> some && actual instanceof List<?> others) {
                return some.size() == others.size()
                        && IntStream.range(0, some.size()).allMatch(i -> same(some.get(i), others.get(i)));
            }
            if (expected instanceof Number one && actual instanceof Number other) {
                return new BigDecimal(one.toString()).compareTo(new BigDecimal(other.toString())) == 0;
            }
            return Objects.deepEquals(expected, actual);
        }

        @Override
        public String toString() {
            return "\n  " + text + (isPrefix ? "…" : "") + (parameters == null ? "" : " " + parameters);
        }
    }

    /** Several statements in any order. */
    record AnyOrder(List<ExpectedStatement> statements) implements ExpectedStatement {
        @Override
        public int size() {
            return statements.size();
        }

        @Override
        public String mismatch(List<RecordedStatement> actual) {
            List<RecordedStatement> left = new ArrayList<>(actual);
            for (ExpectedStatement expected : statements) {
                RecordedStatement found = left.stream()
                        .filter(statement ->
                                expected.mismatch(List.of(statement)).isEmpty())
                        .findFirst()
                        .orElse(null);
                if (found == null) {
                    return "expected in any order" + this + "\nbut for" + expected + "\nthere is none in" + left;
                }
                left.remove(found);
            }
            return "";
        }

        @Override
        public String toString() {
            return statements.stream().map(ExpectedStatement::toString).collect(Collectors.joining());
        }
    }
}
