package org.alkahest.orm.load;

import java.util.List;
import java.util.function.Supplier;
import org.alkahest.engine.Connection;
import org.alkahest.engine.Result;
import org.alkahest.orm.mapping.EntityMapping;
import org.alkahest.orm.state.AssociationBinder;
import org.alkahest.orm.state.EntityEntry;
import org.alkahest.orm.state.IdentityMap;
import org.alkahest.sql.DecodeScope;
import org.alkahest.sql.RowStatement;
import org.alkahest.sql.Statement;

/** What loading needs of its session. */
public interface Loading {
    IdentityMap identities();

    /** The connection of the present transaction, which it begins if need be. */
    Connection connection();

    /** What is sent for a query of the loader's own: listeners may change it. */
    <R> RowStatement<R> toSend(RowStatement<R> statement);

    /** The rows of a query of the loader's own, from where listeners say. */
    <R> Result<R> rows(RowStatement<R> statement, DecodeScope scope);

    /** Called before a query of the loader's own, so that pending changes that it would miss are flushed. */
    void beforeQuery(Statement statement);

    /** Makes the references and collections of loaded objects. */
    AssociationBinder binder();

    int epoch();

    /** Whether anybody is to be told of objects of a mapping that are read. */
    boolean announcesLoads(EntityMapping<?> mapping);

    /** Objects were read, in this order, and their attributes are filled. */
    void loaded(List<Loaded> objects);

    boolean isOpen();

    /** Does work that a user's call has asked for, unless another thread is using the session (ALK-2126). */
    <T> T exclusively(Supplier<T> work);

    /** How many siblings are loaded together at most. */
    int batchSize();

    /**
     * An object that was read.
     *
     * @param isNew whether the session did not have it before
     */
    record Loaded(EntityEntry<?> entry, boolean isNew) {}
}
