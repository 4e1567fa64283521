package org.alkahest.compile;

import org.alkahest.type.AlkahestException;
import org.alkahest.type.ExtensionPoint;

/** A statement that cannot be compiled. No SQL was sent. */
@ExtensionPoint("UnsupportedFeatureException narrows it")
public class CompileException extends AlkahestException {
    private static final long serialVersionUID = 1L;

    public CompileException(String code, String message) {
        super(code, message, null);
    }
}
