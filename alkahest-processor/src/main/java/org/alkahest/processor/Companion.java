package org.alkahest.processor;

import java.util.Locale;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * The name of a generated class: {@code p.Outer.Student} has {@code p.Outer_Student_}, as Mappings of the ORM looks it up.
 *
 * @param packageName empty for the unnamed package
 * @param constant the name of the field that holds the canonical table
 */
record Companion(String packageName, String simpleName, String constant) {
    static Companion of(TypeElement type, Elements elements) {
        String packageName = elements.getPackageOf(type).getQualifiedName().toString();
        String binaryName = elements.getBinaryName(type).toString();
        String local = packageName.isEmpty() ? binaryName : binaryName.substring(packageName.length() + 1);
        String constant = Naming.snakeCase(type.getSimpleName().toString()).toUpperCase(Locale.ROOT);
        return new Companion(packageName, local.replace('$', '_') + "_", constant);
    }

    String qualifiedName() {
        return packageName.isEmpty() ? simpleName : packageName + "." + simpleName;
    }
}
