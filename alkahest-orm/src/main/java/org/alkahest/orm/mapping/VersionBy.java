package org.alkahest.orm.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who writes a {@code @Version} field, where it is not the flush in the way of the field's type ({@link Versions}): {@code
 * @Version @VersionBy(MANUAL) int version} or {@code @Version @VersionBy(generator = Revisions.class) String version}.
 */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.CLASS)
public @interface VersionBy {
    Source value() default Source.GENERATOR;

    /**
     * A {@link VersionGenerator} for the field's type with a constructor without arguments, made once; {@code void.class}
     * stands for that of {@link Versions}.
     */
    Class<?> generator() default void.class;

    /** Who writes a version. */
    enum Source {
        /** The flush, with each INSERT and UPDATE. */
        GENERATOR,
        /** The database, by a trigger or a type that does; the flush reads it after each INSERT and UPDATE. */
        DATABASE,
        /** The user, with whatever changes are to be seen by others; the flush only compares it. */
        MANUAL
    }
}
