package org.alkahest.orm.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A field that is one column of JSON: a {@code String} that holds the text, a {@code Map<String, Object>}, Jackson's
 * {@code JsonNode}, a record or a class, for all of which Jackson 3 has to be on the class path (ALK-1170). A value that is
 * changed in place is noticed at flush.
 */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.CLASS)
public @interface JsonColumn {}
