package org.alkahest.type;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The root of everything that Alkahest throws: a message of the form <em>what was attempted – what is wrong – what to
 * do</em>, and a stable code that has a section in {@code docs/errors.md}.
 */
@ExtensionPoint("each package adds its own family of errors")
public class AlkahestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    protected AlkahestException(String code, String message, @Nullable Throwable cause) {
        super(message + " [" + Objects.requireNonNull(code, "code is null") + "]", cause);
        this.code = code;
    }

    /** The stable code, such as {@code ALK-1104}. */
    public final String code() {
        return code;
    }

    /** Whether the same work may succeed when the whole transaction is run again. */
    public boolean isRetryable() {
        return false;
    }
}
