package org.alkahest.orm.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An entity whose objects are inserted, read and deleted, but never updated: sessions keep no snapshot of them and compare
 * nothing, so that what is assigned to their fields stays in memory. Its collections are kept as those of other classes.
 * Records, and classes whose mapped fields are all final, are immutable without it. For subclasses too.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface Immutable {}
