package org.alkahest.random;

import java.util.ArrayList;
import java.util.List;

/**
 * What an expression may name.
 *
 * @param near terms of the query itself, of which its aggregates and groups are made
 * @param outer columns of the queries around it
 * @param queries whether subqueries may stand here
 */
record Scope(List<Term<?>> near, List<Term<?>> outer, boolean queries) {
    static final Scope NOTHING = new Scope(List.of(), List.of(), true);

    Scope {
        near = List.copyOf(near);
        outer = List.copyOf(outer);
    }

    /** The terms of one kind, near ones first. */
    <T> List<Term<T>> of(Kind<T> kind) {
        List<Term<T>> found = new ArrayList<>();
        near.stream().filter(term -> term.kind().equals(kind)).forEach(term -> found.add(term.of(kind)));
        outer.stream().filter(term -> term.kind().equals(kind)).forEach(term -> found.add(term.of(kind)));
        return found;
    }

    /** The same with other terms of its own. */
    Scope with(List<Term<?>> terms) {
        return new Scope(terms, outer, queries);
    }

    /** Where only the query's own terms may be named and no subquery may stand, as in an aggregate. */
    Scope alone() {
        return new Scope(near, List.of(), false);
    }

    Scope withoutQueries() {
        return new Scope(near, outer, false);
    }

    /** What a subquery sees of this: columns, because not every database finds a group's expression again in there. */
    List<Term<?>> seenFromInside() {
        List<Term<?>> seen = new ArrayList<>();
        near.stream().filter(Term::isColumn).forEach(seen::add);
        seen.addAll(outer);
        return seen;
    }
}
