package org.alkahest.random;

import java.util.ArrayList;
import java.util.List;
import org.alkahest.compile.UnsupportedFeatureException;
import org.alkahest.dialect.Dialect;
import org.alkahest.sql.Statement;

/**
 * What statements made at random become in one dialect: always the same for the same dialect and numbers. Immutable.
 *
 * @param sql the statements that the database has the means for
 * @param refused how many it lacks something for
 */
public record RandomSql(List<String> sql, int refused) {
    public RandomSql {
        sql = List.copyOf(sql);
    }

    /** So many queries and changes, compiled; any other error than {@link UnsupportedFeatureException} is thrown. */
    public static RandomSql of(Dialect dialect, int queries, int changes) {
        List<Statement> statements = new ArrayList<>();
        for (int seed = 0; seed < queries; seed++) {
            statements.add(RandomStatements.query(Choices.random(seed)).statement());
        }
        for (int seed = 0; seed < changes; seed++) {
            statements.add(RandomStatements.change(Choices.random(seed)));
        }
        List<String> sql = new ArrayList<>();
        for (Statement statement : statements) {
            try {
                sql.add(dialect.sqlCompiler().compile(statement).sql());
            } catch (UnsupportedFeatureException e) {
                // Counted by what is missing.
            }
        }
        return new RandomSql(sql, statements.size() - sql.size());
    }
}
