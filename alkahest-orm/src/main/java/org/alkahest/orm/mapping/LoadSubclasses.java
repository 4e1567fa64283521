package org.alkahest.orm.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How {@code session.query} of the class gets the columns of its subclasses that are in tables of their own, unless the
 * query says otherwise: {@code @Entity @LoadSubclasses(SELECT) class Animal}. All else joins them.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface LoadSubclasses {
    SubclassLoading value();
}
