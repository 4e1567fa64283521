package org.alkahest.orm.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The value that the database gives a new row where the object has null: {@code @ServerDefault("CURRENT_TIMESTAMP")}. The
 * flush reads it into the object. A default of the program's is the field's initialiser.
 */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.CLASS)
public @interface ServerDefault {
    /** What stands after DEFAULT in CREATE TABLE, trusted as it is. */
    String value();
}
