package org.alkahest.orm.unitofwork;

import org.alkahest.type.AlkahestException;

/** The database does not have the rows that the session believes in. */
public final class StaleDataException extends AlkahestException {
    private static final long serialVersionUID = 1L;

    public StaleDataException(String code, String message) {
        super(code, message, null);
    }

    /** Running the transaction again reads the present rows. */
    @Override
    public boolean isRetryable() {
        return true;
    }
}
