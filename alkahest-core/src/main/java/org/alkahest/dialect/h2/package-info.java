/**
 * H2 2.2 and later, through {@code com.h2database:h2}. Nothing here is named by anybody: it is found by
 * {@link java.util.ServiceLoader}.
 *
 * <p>H2 is close to the standard. It has no RETURNING but the standard's data change delta tables, folds identifiers to
 * upper case, and cannot tell the type of a parameter that nothing but parameters surround.
 */
@org.jspecify.annotations.NullMarked
package org.alkahest.dialect.h2;
