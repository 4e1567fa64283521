package org.alkahest.orm;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alkahest.sql.TableRef;

/**
 * What statements do not show of the tables that they read and write: what a view reads, what a trigger writes. Immutable.
 *
 * @param reads by the name of a view, the tables that it reads
 * @param writes by the name of a table, the tables that its triggers write
 */
public record DeclaredTables(Map<String, Set<String>> reads, Map<String, Set<String>> writes) {
    /** Nothing is hidden. */
    public static final DeclaredTables NONE = new DeclaredTables(Map.of(), Map.of());

    public DeclaredTables {
        reads = Map.copyOf(reads);
        writes = Map.copyOf(writes);
    }

    DeclaredTables withReads(TableRef view, TableRef... tables) {
        return new DeclaredTables(with(reads, view, tables), writes);
    }

    DeclaredTables withWrites(TableRef table, TableRef... written) {
        return new DeclaredTables(reads, with(writes, table, written));
    }

    private static Map<String, Set<String>> with(Map<String, Set<String>> present, TableRef key, TableRef... tables) {
        Map<String, Set<String>> all = new LinkedHashMap<>(present);
        Stream<String> more = Arrays.stream(tables).map(TableRef::name);
        Set<String> before = present.getOrDefault(key.name(), Set.of());
        all.put(key.name(), Stream.concat(before.stream(), more).collect(Collectors.toUnmodifiableSet()));
        return all;
    }

    /** Tables, and those that they read, directly or not. */
    Set<String> readBy(Set<String> tables) {
        return closure(tables, reads);
    }

    /** Tables, and those that are written with them, directly or not. */
    Set<String> writtenWith(Set<String> tables) {
        return closure(tables, writes);
    }

    private static Set<String> closure(Set<String> tables, Map<String, Set<String>> steps) {
        if (steps.isEmpty()) {
            return tables;
        }
        Set<String> all = new LinkedHashSet<>(tables);
        ArrayDeque<String> queue = new ArrayDeque<>(tables);
        for (String table = queue.poll(); table != null; table = queue.poll()) {
            for (String next : steps.getOrDefault(table, Set.of())) {
                if (all.add(next)) {
                    queue.add(next);
                }
            }
        }
        return all;
    }
}
