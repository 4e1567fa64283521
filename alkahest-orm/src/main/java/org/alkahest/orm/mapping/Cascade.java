package org.alkahest.orm.mapping;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What is done to the target of an association when it is done to its owner. */
public enum Cascade {
    /** Adding the owner adds new targets. */
    SAVE_UPDATE,
    /** Merging the owner merges its targets. */
    MERGE,
    DELETE,
    /** A target that leaves its owner is deleted. */
    DELETE_ORPHAN,
    /** Refreshing the owner reads its targets again. */
    REFRESH,
    /** Expunging the owner lets go of its targets, too. */
    DETACH;

    /** What is done unless the mapping says otherwise, as in SQLAlchemy. */
    public static final Set<Cascade> DEFAULT = Collections.unmodifiableSet(EnumSet.of(SAVE_UPDATE, MERGE));
}
