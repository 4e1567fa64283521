package org.alkahest.engine;

import org.alkahest.type.AlkahestException;

/** The transaction is broken: nothing but {@code rollback()} and {@code close()} is possible. The cause broke it. */
public final class PendingRollbackException extends AlkahestException {
    private static final long serialVersionUID = 1L;

    /** @param cause what broke the transaction first */
    public PendingRollbackException(String code, String message, Throwable cause) {
        super(code, message, cause);
    }
}
