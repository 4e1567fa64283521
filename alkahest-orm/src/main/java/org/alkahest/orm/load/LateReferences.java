package org.alkahest.orm.load;

import java.util.Objects;
import org.alkahest.orm.mapping.Ref;
import org.alkahest.orm.mapping.RefLoader;
import org.jspecify.annotations.Nullable;

/** Loads a reference that was there before its owner was: constructors take references. */
final class LateReferences implements RefLoader {
    private final Loading session;
    private @Nullable SiblingReferences behind;

    LateReferences(Loading session) {
        this.session = session;
    }

    /** The owner is known now. */
    void settle(SiblingReferences references) {
        behind = references;
    }

    @Override
    public <T> @Nullable T load(Ref<T> reference) {
        return Objects.requireNonNull(behind, "the constructor of an entity loads its own reference")
                .load(reference);
    }

    @Override
    public int epoch() {
        return session.epoch();
    }

    @Override
    public boolean serves(Object owner) {
        return behind != null && behind.serves(owner);
    }

    @Override
    public Object session() {
        return session;
    }
}
