package org.alkahest.engine;

import org.alkahest.compile.Compiled;
import org.alkahest.dialect.Dialect;
import org.alkahest.sql.Statement;

/** What an engine does with a statement before it sends anything, for benchmarks of that alone. */
public final class CachedStatements {
    private final StatementCache cache =
            new StatementCache(EngineOptions.defaults().statementCacheSize());
    private final Dialect dialect;

    public CachedStatements(Dialect dialect) {
        this.dialect = dialect;
    }

    /** The compiled form from the cache, made at the first call for a structure. */
    public Compiled compiled(Statement statement) {
        return BoundStatement.of(statement, cache, dialect).compiled();
    }

    /** How many calls found the compiled form. */
    public long hits() {
        return cache.hits();
    }
}
