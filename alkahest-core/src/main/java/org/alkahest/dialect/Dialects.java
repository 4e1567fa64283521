package org.alkahest.dialect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import org.alkahest.type.AlkahestArgumentException;

/** The installed dialects, those of the thread's class loader included. Thread-safe; sends nothing. */
public final class Dialects {
    private Dialects() {}

    /** What makes the dialects, each once. */
    public static List<DialectFactory> factories() {
        Map<Class<?>, DialectFactory> byClass = new LinkedHashMap<>();
        ServiceLoader.load(DialectFactory.class, DialectFactory.class.getClassLoader())
                .forEach(factory -> byClass.put(factory.getClass(), factory));
        ServiceLoader.load(DialectFactory.class).forEach(factory -> byClass.putIfAbsent(factory.getClass(), factory));
        return List.copyOf(byClass.values());
    }

    /**
     * A dialect by its name, as in short URLs, without any database: to print or compile SQL for it. Errors with ALK-1009
     * if no such dialect is installed.
     *
     * @param majorVersion the database's major version, such as 18
     */
    public static Dialect of(String name, int majorVersion) {
        return of(name, majorVersion, 0);
    }

    /** The same at a minor version, such as 10.11. */
    public static Dialect of(String name, int majorVersion, int minorVersion) {
        Objects.requireNonNull(name, "name is null");
        for (DialectFactory factory : factories()) {
            if (factory.name().equals(name)) {
                return factory.create(new DatabaseVersion(name, majorVersion, minorVersion));
            }
        }
        throw new AlkahestArgumentException(
                "ALK-1009",
                "Cannot take the dialect '" + name + "': the installed ones are "
                        + factories().stream()
                                .map(DialectFactory::name)
                                .sorted()
                                .toList() + ". Correct the name.");
    }
}
