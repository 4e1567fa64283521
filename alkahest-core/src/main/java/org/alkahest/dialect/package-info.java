/**
 * The service-provider interface of dialects: {@link org.alkahest.dialect.Dialect} bundles everything that differs between
 * databases, {@link org.alkahest.dialect.DialectFactory} finds it, {@link org.alkahest.dialect.ErrorTranslator} turns its
 * errors into the exceptions of this package.
 */
@org.jspecify.annotations.NullMarked
package org.alkahest.dialect;
