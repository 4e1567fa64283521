package org.alkahest.sql;

import java.util.List;

/** Lists of statements' parts, which grow by one with each call of a builder. */
final class Lists {
    private Lists() {}

    /** Both lists as one, unmodifiable; copied as seldom as the collections of the JDK allow. */
    @SuppressWarnings("unchecked") // the elements of both are of this type
    static <T> List<T> concat(List<? extends T> first, List<? extends T> second) {
        if (first.isEmpty()) {
            return List.copyOf(second);
        }
        Object[] all = new Object[first.size() + second.size()];
        for (int i = 0; i < first.size(); i++) {
            all[i] = first.get(i);
        }
        for (int i = 0; i < second.size(); i++) {
            all[first.size() + i] = second.get(i);
        }
        return (List<T>) List.of(all);
    }
}
