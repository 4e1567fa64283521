package org.alkahest.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Restricts all {@link DatabaseTest}s of a class to some databases; what a method names restricts it further. */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface OnDatabases {
    /** The names or dialects of the databases, at least one; errors with ALK-4002 for a name that no database has. */
    String[] value();
}
