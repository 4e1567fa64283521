package org.alkahest.planted.clean.type;

public abstract class AlkahestException extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
