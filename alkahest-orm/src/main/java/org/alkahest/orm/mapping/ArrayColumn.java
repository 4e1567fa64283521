package org.alkahest.orm.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A {@code List} field that is one column of an array type: {@code @ArrayColumn List<String> tags}. What {@code @Column} and
 * {@code @Enumerated} say of length, precision and scale counts for the elements; lists of lists are arrays of arrays. A list
 * that is changed in place is noticed at flush. Databases without arrays refuse the table (ALK-1210).
 */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.CLASS)
public @interface ArrayColumn {}
