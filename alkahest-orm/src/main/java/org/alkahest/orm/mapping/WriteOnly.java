package org.alkahest.orm.mapping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.alkahest.sql.Delete;
import org.alkahest.sql.Insert;
import org.alkahest.sql.Select;
import org.alkahest.sql.Update;
import org.jspecify.annotations.Nullable;

/**
 * A collection that is too big to load: elements are added, removed and queried, and never iterated over. It stands in a
 * field with {@code @OneToMany} or {@code @ManyToMany}, {@code WriteOnly<Fee> fees = new WriteOnly<>();}, and stays there: it
 * is not assigned again (ALK-2068). Additions and removals are flushed with their owner, with the cascades of the
 * association; an element that is added twice to a many-to-many is a row twice, which the database refuses.
 *
 * <p>One thread at a time, as its session. Emits: nothing, but for a flush where a session is asked.
 */
public final class WriteOnly<T> {
    private final List<T> added = new ArrayList<>();
    private @Nullable Keeper<T> keeper;

    /** An empty one for the field of a new object. */
    public WriteOnly() {}

    /** Adds an element. */
    public void add(T element) {
        Objects.requireNonNull(element, "element is null");
        if (keeper != null) {
            keeper.add(element);
        } else {
            added.add(element);
        }
    }

    /** Adds several, in their order. */
    public void addAll(Collection<? extends T> elements) {
        List.copyOf(elements).forEach(this::add);
    }

    /**
     * Removes an element, which the session must have (ALK-2066): its reference is cleared, or its row in the association
     * table deleted, and with {@code orphanRemoval} it is deleted.
     */
    public void remove(T element) {
        Objects.requireNonNull(element, "element is null");
        if (keeper != null) {
            keeper.remove(element);
        } else {
            added.removeIf(each -> each.equals(element));
        }
    }

    /** A SELECT of the elements in the association's order, to be refined. Errors with ALK-2065 while the owner has no row. */
    public Select<T> select() {
        return kept("select from").select();
    }

    /** An INSERT of an element with its reference to the owner, to be completed. Errors as {@link #select}. */
    public Insert insert() {
        return kept("insert into").insert();
    }

    /** An UPDATE of the elements, to be completed. Errors as {@link #select}. */
    public Update update() {
        return kept("update").update();
    }

    /** A DELETE of the elements, to be refined. Errors as {@link #select}. */
    public Delete delete() {
        return kept("delete from").delete();
    }

    /** The canonical table of the elements; errors as {@link #select}. */
    public EntityTable<T> elements() {
        return kept("query").elements();
    }

    private Keeper<T> kept(String verb) {
        if (keeper == null) {
            throw new MappingException(
                    "ALK-2065",
                    "Cannot " + verb
                            + " a write-only collection: no session has its owner. Add the owner to a session and"
                            + " flush, or load it.");
        }
        return keeper;
    }

    /** What was added and has not been flushed: the very list, for the session that keeps the collection. */
    public List<T> pending() {
        return added;
    }

    /** Who keeps it; null for nobody. */
    public @Nullable Keeper<T> keeper() {
        return keeper;
    }

    /** Says who keeps it from now on; null for nobody. */
    public void keep(@Nullable Keeper<T> newKeeper) {
        keeper = newKeeper;
    }

    @Override
    public String toString() {
        return "write-only, " + added.size() + " to be added";
    }

    /** The session's part of it. */
    public interface Keeper<T> {
        void add(T element);

        void remove(T element);

        Select<T> select();

        Insert insert();

        Update update();

        Delete delete();

        EntityTable<T> elements();
    }
}
