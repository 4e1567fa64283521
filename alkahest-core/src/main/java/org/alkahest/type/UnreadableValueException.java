package org.alkahest.type;

/** A value of a result that the driver could not give as the type that the statement or mapping asked for. */
public final class UnreadableValueException extends AlkahestException {
    private static final long serialVersionUID = 1L;

    UnreadableValueException(String message, Exception cause) {
        super("ALK-1406", message, cause);
    }
}
