package org.alkahest.orm.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names a group of {@link Lazy} attributes: loading one of them loads them all. {@code @LazyGroup("texts") Lazy<String> preface}. */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.CLASS)
public @interface LazyGroup {
    /** The name, within the entity and its hierarchy. */
    String value();
}
