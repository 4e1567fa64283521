package org.alkahest.orm.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A collection that is read alone, beside another one that writes the same foreign key or the same table: in another order,
 * say, or as a set. A change of it is an error (ALK-2063), and a flush neither writes it nor cascades along it. Relationships
 * by a condition ({@link JoinOn}) are so anyway.
 */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.CLASS)
public @interface ViewOnly {}
