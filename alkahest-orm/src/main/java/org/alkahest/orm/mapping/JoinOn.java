package org.alkahest.orm.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A relationship by any condition: a static method of the entity says which rows of the target belong to a row of its own.
 * {@code @JoinOn("open") List<Order> openOrders} is by {@code static Expression<Boolean> open(Customer_ c, Order_ o)}. A
 * field of a List, Set, Collection, Ref or entity, which needs no other annotation; {@code @OrderBy} sorts it. It is read
 * alone: a change of it is an error (ALK-2063), and a flush neither writes it nor cascades along it.
 */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.CLASS)
public @interface JoinOn {
    /** The method's name. */
    String value();

    /** How many targets each owner has at most, the first ones in the order of {@code @OrderBy}; 0 for all. */
    int limit() default 0;
}
