package org.alkahest.orm.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Who makes the keys of new objects: {@code @Id @KeyBy(Ticker.class) String id}. A key that is set already is kept. */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.CLASS)
public @interface KeyBy {
    /** A {@link KeyGenerator} for the field's type with a constructor without arguments, made once. */
    Class<? extends KeyGenerator<?>> value();
}
