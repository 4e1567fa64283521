package org.alkahest.type;

import org.jspecify.annotations.Nullable;

/** A programming error: an argument, or a sequence of calls, that can never work. No SQL was sent. */
public final class AlkahestArgumentException extends AlkahestException {
    private static final long serialVersionUID = 1L;

    public AlkahestArgumentException(String code, String message) {
        super(code, message, null);
    }

    public AlkahestArgumentException(String code, String message, @Nullable Throwable cause) {
        super(code, message, cause);
    }
}
