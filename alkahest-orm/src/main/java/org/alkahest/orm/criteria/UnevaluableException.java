package org.alkahest.orm.criteria;

import org.alkahest.type.AlkahestException;

/** Says what of a statement only the database can evaluate. */
public final class UnevaluableException extends AlkahestException {
    private static final long serialVersionUID = 1L;

    /** @param part what cannot be evaluated, and why, as a sentence goes on after a colon */
    public UnevaluableException(String part) {
        super(
                "ALK-2130",
                "Cannot evaluate the statement against the session's objects: " + part
                        + ". Use Synchronize.FETCH or AUTO, which ask the database.",
                null);
    }
}
