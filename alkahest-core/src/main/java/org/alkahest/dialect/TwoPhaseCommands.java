package org.alkahest.dialect;

import java.util.List;

/**
 * What a database is told to commit in two phases. {@code %s} stands for the transaction's name as a literal. Immutable.
 *
 * @param begin sent when the transaction begins
 * @param prepare sent to prepare it; from then on it outlives its connection
 * @param commit ends one that is not prepared; empty where that is a plain COMMIT
 * @param rollback undoes one that is not prepared; empty where that is a plain ROLLBACK
 * @param commitPrepared sent by any connection
 * @param rollbackPrepared sent by any connection
 * @param recover the query whose rows are the prepared transactions
 * @param nameColumn the 1-based column of their names
 * @param separate whether a prepared one is ended outside any transaction
 */
public record TwoPhaseCommands(
        List<String> begin,
        List<String> prepare,
        List<String> commit,
        List<String> rollback,
        String commitPrepared,
        String rollbackPrepared,
        String recover,
        int nameColumn,
        boolean separate) {
    public TwoPhaseCommands {
        begin = List.copyOf(begin);
        prepare = List.copyOf(prepare);
        commit = List.copyOf(commit);
        rollback = List.copyOf(rollback);
    }
}
