package org.alkahest.orm.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A column that the database writes alone, by a trigger or in a way that the mapping does not tell. A flush reads it after
 * it has written the row; whoever changes the field gets an error (ALK-2062).
 */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.CLASS)
public @interface ServerGenerated {
    When value() default When.INSERT_AND_UPDATE;

    /** With which statements the value may become another. */
    enum When {
        INSERT,
        INSERT_AND_UPDATE
    }
}
