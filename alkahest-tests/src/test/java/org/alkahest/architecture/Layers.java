package org.alkahest.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.PackageMatcher;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** The package table of the design, lowest layer first; packages in one row do not know each other. */
record Layers(String root) {
    private static final List<List<String>> TABLE = List.of(
            List.of("type.."),
            List.of("sql.."),
            List.of("schema.."),
            List.of("compile.."),
            List.of("reflect.."),
            List.of("dialect"),
            List.of("dialect.*.."),
            List.of("engine.."),
            List.of("orm.mapping.."),
            List.of("orm.state.."),
            List.of("orm.load..", "orm.unitofwork..", "orm.criteria.."),
            List.of("orm"),
            List.of("orm.ext.."),
            List.of("processor.."),
            List.of("testkit.."),
            List.of("random.."));

    boolean contains(JavaClass type) {
        return rank(type).isPresent();
    }

    /** Whether {@code origin} may name {@code target}: its own package, the same subtree, or a lower row. */
    boolean allows(JavaClass origin, JavaClass target) {
        if (rank(origin).isEmpty() || rank(target).isEmpty()) {
            return true;
        }
        int from = rank(origin).getAsInt();
        int to = rank(target).getAsInt();
        return to < from || (to == from && entry(origin, from).equals(entry(target, to)));
    }

    private OptionalInt rank(JavaClass type) {
        return IntStream.range(0, TABLE.size())
                .filter(row -> TABLE.get(row).stream().anyMatch(entry -> matches(entry, type)))
                .findFirst();
    }

    private String entry(JavaClass type, int row) {
        return TABLE.get(row).stream()
                .filter(entry -> matches(entry, type))
                .findFirst()
                .orElseThrow();
    }

    private boolean matches(String entry, JavaClass type) {
        return PackageMatcher.of(root + "." + entry).matches(type.getPackageName());
    }
}
