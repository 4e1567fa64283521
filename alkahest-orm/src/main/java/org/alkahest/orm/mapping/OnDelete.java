package org.alkahest.orm.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.alkahest.schema.ForeignKey;

/**
 * What the database does to rows whose target is deleted: {@code @ManyToOne @OnDelete(CASCADE) Ref<Student> student}. It
 * becomes part of the foreign key. With CASCADE a delete that cascades along the other side loads nothing: the session
 * deletes the objects that it has, and leaves all other rows to the database. With SET_NULL and SET_DEFAULT the session
 * reads the objects that it has again.
 *
 * <p>On a joined subclass, {@code @OnDelete(CASCADE) class Cat extends Animal}, its table gets a foreign key to that of its
 * superclass, and a flush deletes the row there alone, unless the subclass's table has other foreign keys.
 */
@Documented
@Target({ElementType.FIELD, ElementType.TYPE})
@Retention(RetentionPolicy.CLASS)
public @interface OnDelete {
    ForeignKey.Action value();
}
