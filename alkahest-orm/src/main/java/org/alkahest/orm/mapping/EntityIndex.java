package org.alkahest.orm.mapping;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.WeakHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The entities that a class loader sees, from the index that the processor writes for each module, and the subclasses that
 * were registered by hand. Thread-safe.
 *
 * <p>A line of an index is a class, and behind a blank its superclass if that is an entity.
 */
final class EntityIndex {
    /** Where a module has its index. */
    static final String RESOURCE = "META-INF/alkahest/entities";

    private static final Map<ClassLoader, EntityIndex> BY_LOADER = new WeakHashMap<>();
    private static final Map<Class<?>, List<Class<?>>> BY_HAND = new WeakHashMap<>();
    private static final ReentrantLock LOCK = new ReentrantLock();

    private final Map<String, Set<String>> subclasses = new TreeMap<>();

    /** Makes a subclass known that no index has. */
    static void register(Class<?> superclass, Class<?> subclass) {
        LOCK.lock();
        try {
            BY_HAND.computeIfAbsent(superclass, s -> new ArrayList<>()).add(subclass);
        } finally {
            LOCK.unlock();
        }
    }

    /** The direct subclasses of an entity, by name. */
    static List<Class<?>> subclasses(Class<?> superclass) {
        LOCK.lock();
        try {
            List<Class<?>> found = new ArrayList<>();
            ClassLoader loader = superclass.getClassLoader();
            if (loader != null) {
                EntityIndex index = BY_LOADER.computeIfAbsent(loader, EntityIndex::read);
                for (String name : index.subclasses.getOrDefault(superclass.getName(), Set.of())) {
                    found.add(load(name, loader));
                }
            }
            for (Class<?> subclass : BY_HAND.getOrDefault(superclass, List.of())) {
                if (!found.contains(subclass)) {
                    found.add(subclass);
                }
            }
            return found;
        } finally {
            LOCK.unlock();
        }
    }

    /** The entities of the module or directory that a class comes from. */
    static List<Class<?>> ofModule(Class<?> member) {
        ClassLoader loader = member.getClassLoader();
        URL index = loader == null ? null : beside(member, loader);
        if (loader == null || index == null) {
            throw new MappingException(
                    "ALK-2023",
                    "Cannot find the entities of the module of " + member.getName() + ": it has no " + RESOURCE
                            + ". Compile it with alkahest-processor, or list the tables.");
        }
        List<Class<?>> entities = new ArrayList<>();
        for (String line : lines(index)) {
            entities.add(load(line.split(" ", -1)[0], loader));
        }
        return Collections.unmodifiableList(entities);
    }

    /** The index that lies where the class file does. */
    private static @Nullable URL beside(Class<?> member, ClassLoader loader) {
        String path = member.getName().replace('.', '/') + ".class";
        URL self = loader.getResource(path);
        String place = self == null ? "" : self.toString();
        String root = place.endsWith(path) ? place.substring(0, place.length() - path.length()) : "";
        try {
            for (URL url : Collections.list(loader.getResources(RESOURCE))) {
                if (url.toString().equals(root + RESOURCE)) {
                    return url;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return null;
    }

    private static EntityIndex read(ClassLoader loader) {
        EntityIndex index = new EntityIndex();
        try {
            for (URL url : Collections.list(loader.getResources(RESOURCE))) {
                for (String line : lines(url)) {
                    String[] words = line.split(" ", -1);
                    if (words.length > 1) {
                        index.subclasses
                                .computeIfAbsent(words[1], s -> new TreeSet<>())
                                .add(words[0]);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return index;
    }

    private static List<String> lines(URL url) {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(url.openStream(), StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.isBlank()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> load(String name, ClassLoader loader) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException e) {
            throw new MappingException(
                    "ALK-2023",
                    "Cannot find entity " + name + ", which " + RESOURCE
                            + " names: the class is not there. Compile its module again from the beginning.");
        }
    }
}
