package org.alkahest.orm;

import org.alkahest.type.AlkahestException;

/**
 * A session's transaction was committed on some of its engines, and failed on another (ALK-2147): what the databases have
 * is in pieces. The cause is what failed.
 */
public final class PartialCommitException extends AlkahestException {
    private static final long serialVersionUID = 1L;

    PartialCommitException(String message, Throwable cause) {
        super("ALK-2147", message, cause);
    }
}
