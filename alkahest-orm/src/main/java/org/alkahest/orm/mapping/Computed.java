package org.alkahest.orm.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A column that the database computes from others of the row: {@code @Computed("price * amount")}. A flush never writes it,
 * and reads it after each write of the row; whoever changes the field gets an error (ALK-2062).
 */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.CLASS)
public @interface Computed {
    /** The expression in SQL, trusted as it is. */
    String value();

    /** Whether the row holds the value, where the database lets one choose; else it is computed at each read. */
    boolean stored() default true;
}
