package org.alkahest.dialect.oracle;

/** Numbers of types in {@code oracle.jdbc.OracleTypes}, which is not at hand when this is compiled. */
final class VendorTypes {
    static final int NUMBER = 2;
    static final int RAW = -2;
    static final int FIXED_CHAR = 999;
    static final int BINARY_FLOAT = 100;
    static final int BINARY_DOUBLE = 101;
    static final int TIMESTAMPTZ = -101;
    static final int INTERVALYM = -103;
    static final int INTERVALDS = -104;

    private VendorTypes() {}
}
