package org.alkahest.orm.mapping;

import org.alkahest.type.AlkahestException;

/** A mapping that cannot work, or a class that has none. No SQL was sent. */
public final class MappingException extends AlkahestException {
    private static final long serialVersionUID = 1L;

    public MappingException(String code, String message) {
        super(code, message, null);
    }
}
