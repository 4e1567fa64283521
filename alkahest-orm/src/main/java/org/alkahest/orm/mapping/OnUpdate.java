package org.alkahest.orm.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.alkahest.schema.ForeignKey;

/**
 * What the database does to rows whose target's key changes: {@code @ManyToOne @OnUpdate(CASCADE) Ref<Country> country}. It
 * becomes part of the foreign key. With CASCADE an assigned key may change although rows refer to it: the flush sends the
 * UPDATE of the one row, and the session's objects follow.
 */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.CLASS)
public @interface OnUpdate {
    ForeignKey.Action value();
}
