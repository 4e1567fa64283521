package org.alkahest.type;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a public class that users or third-party dialects may extend; every other public class is final or sealed. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface ExtensionPoint {
    /** Who extends the class, and for what. */
    String value();
}
