package org.alkahest.random;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.alkahest.type.SqlType;
import org.alkahest.type.SqlTypes;

/**
 * What a term is, and so what can be made of it. One object per kind.
 *
 * @param type how literals of it are sent
 */
record Kind<T>(SqlType<T> type) {
    static final Kind<Integer> INTEGER = new Kind<>(SqlTypes.INTEGER);
    static final Kind<Long> LONG = new Kind<>(SqlTypes.BIGINT);
    static final Kind<BigDecimal> DECIMAL = new Kind<>(SqlTypes.DECIMAL);
    static final Kind<String> TEXT = new Kind<>(SqlTypes.varchar(20));
    static final Kind<Boolean> BOOLEAN = new Kind<>(SqlTypes.BOOLEAN);
    static final Kind<LocalDate> DATE = new Kind<>(SqlTypes.DATE);

    /** The simplest first. */
    static final List<Kind<?>> ALL = List.of(INTEGER, TEXT, DECIMAL, DATE, BOOLEAN, LONG);
}
