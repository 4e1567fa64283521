package org.alkahest.engine;

import org.alkahest.type.AlkahestException;

/** A result has more than one row where one was asked for. */
public final class MultipleRowsException extends AlkahestException {
    private static final long serialVersionUID = 1L;

    MultipleRowsException(String message) {
        super("ALK-1602", message, null);
    }
}
