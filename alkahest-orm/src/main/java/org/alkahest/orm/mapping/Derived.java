package org.alkahest.orm.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A static method of an entity that says in SQL what a method of the object says in Java:
 * {@code @Derived static Expression<String> fullName(Person_ p) { return p.first.concat(p.last); }} becomes
 * {@code PERSON.fullName()}, on aliases and implicit joins as well. Further parameters stay. One that returns a column is a
 * synonym of it.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface Derived {}
