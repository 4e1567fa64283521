package org.alkahest.orm.state;

import org.alkahest.orm.mapping.ElementStatements;
import org.alkahest.orm.mapping.EntityTable;
import org.alkahest.orm.mapping.MappingException;
import org.alkahest.orm.mapping.WriteOnly;
import org.alkahest.sql.Delete;
import org.alkahest.sql.Insert;
import org.alkahest.sql.Select;
import org.alkahest.sql.Update;

/** Tells the session of calls of a write-only collection. */
final class WriteOnlyKeeper<T> implements WriteOnly.Keeper<T> {
    private final CollectionState<T> state;
    private final WriteOnlyContent<T> content;

    WriteOnlyKeeper(CollectionState<T> state, WriteOnlyContent<T> content) {
        this.state = state;
        this.content = content;
    }

    CollectionState<T> state() {
        return state;
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // membership is of objects, not of equal values
    public void add(T element) {
        if (state.holds(element)) {
            return;
        }
        boolean wasRemoved = content.removed().removeIf(each -> each == element);
        content.add(element);
        Membership.entered(state, element, () -> {
            content.removeIf(each -> each == element);
            if (wasRemoved) {
                content.removed().add(element);
            }
        });
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // membership is of objects, not of equal values
    public void remove(T element) {
        if (content.removed().stream().anyMatch(each -> each == element)) {
            return;
        }
        if (content.removeIf(each -> each == element)) {
            state.session().removed(state, element);
            return;
        }
        state.session().removed(state, element); // refuses what is no element
        content.removed().add(element);
    }

    @Override
    public Select<T> select() {
        return statements("select from").select();
    }

    @Override
    public Insert insert() {
        return statements("insert into").insert();
    }

    @Override
    public Update update() {
        return statements("update").update();
    }

    @Override
    public Delete delete() {
        return statements("delete from").delete();
    }

    @Override
    public EntityTable<T> elements() {
        return state.association().target();
    }

    private ElementStatements<T> statements(String verb) {
        Object key = state.owner().key();
        if (key == null) {
            throw new MappingException(
                    "ALK-2065",
                    "Cannot " + verb + " '" + state.association().name() + "' of " + state.owner()
                            + ": it has no row yet. Flush the session first.");
        }
        return new ElementStatements<>(state.association(), key);
    }
}
