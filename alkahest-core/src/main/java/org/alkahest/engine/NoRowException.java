package org.alkahest.engine;

import org.alkahest.type.AlkahestException;

/** A result has no row where one was asked for. */
public final class NoRowException extends AlkahestException {
    private static final long serialVersionUID = 1L;

    NoRowException(String message) {
        super("ALK-1601", message, null);
    }
}
