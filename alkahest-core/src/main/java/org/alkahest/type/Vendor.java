package org.alkahest.type;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The databases that have a type or a construct which others lack, by the names of their dialects. Immutable.
 *
 * @param dialects the dialects' names; of a third party's dialect too
 * @param since the first major version that has it; 0 for all
 */
public record Vendor(Set<String> dialects, int since) {
    public Vendor {
        dialects = Set.copyOf(dialects);
    }

    /** The databases of one or several dialects, at every version. */
    public static Vendor of(String dialect, String... more) {
        return new Vendor(Stream.concat(Stream.of(dialect), Arrays.stream(more)).collect(Collectors.toSet()), 0);
    }

    /** The same databases from a major version on. */
    public Vendor since(int majorVersion) {
        return new Vendor(dialects, majorVersion);
    }

    /** The dialects and the version, for messages: {@code xdb from version 14 on}. */
    @Override
    public String toString() {
        return String.join(" and ", new TreeSet<>(dialects)) + (since == 0 ? "" : " from version " + since + " on");
    }
}
