package org.alkahest.testkit;

import org.alkahest.compile.DialectTraits;
import org.alkahest.compile.DialectTraits.GeneratedKeys;
import org.alkahest.compile.DialectTraits.LockingStyle;
import org.alkahest.compile.DialectTraits.MultiRowInsert;
import org.alkahest.compile.DialectTraits.Returns;

/** What some databases can do and others cannot, as far as tests ask. */
public enum Feature {
    INSERT_RETURNING,
    UPDATE_RETURNING,
    DELETE_RETURNING,
    MULTI_ROW_INSERT,
    /** Generated keys of several rows come back without RETURNING. */
    GENERATED_KEYS_OF_ALL_ROWS,
    SAVEPOINTS,
    TRANSACTIONAL_DDL,
    /** {@code FOR UPDATE} or more. */
    ROW_LOCKS;

    /** Whether a dialect with these traits has the feature. */
    public boolean isIn(DialectTraits traits) {
        return switch (this) {
            case INSERT_RETURNING -> traits.returningOn().contains(Returns.INSERT);
            case UPDATE_RETURNING -> traits.returningOn().contains(Returns.UPDATE);
            case DELETE_RETURNING -> traits.returningOn().contains(Returns.DELETE);
            case MULTI_ROW_INSERT -> traits.multiRowInsert() != MultiRowInsert.NONE;
            case GENERATED_KEYS_OF_ALL_ROWS -> traits.generatedKeys() == GeneratedKeys.ALL_ROWS;
            case SAVEPOINTS -> traits.savepoints();
            case TRANSACTIONAL_DDL -> traits.transactionalDdl();
            case ROW_LOCKS -> traits.locking() != LockingStyle.OMITTED;
        };
    }
}
