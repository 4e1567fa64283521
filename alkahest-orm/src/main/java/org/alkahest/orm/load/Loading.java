package org.alkahest.orm.load;

import org.alkahest.engine.Connection;
import org.alkahest.orm.state.AssociationBinder;
import org.alkahest.orm.state.IdentityMap;
import org.alkahest.sql.Statement;

/** What loading needs of its session. */
public interface Loading {
    IdentityMap identities();

    /** The connection of the present transaction, which it begins if need be. */
    Connection connection();

    /** Called before a query of the loader's own, so that pending changes that it would miss are flushed. */
    void beforeQuery(Statement statement);

    /** Makes the references and collections of loaded objects. */
    AssociationBinder binder();

    int epoch();

    boolean isOpen();

    /** How many siblings are loaded together at most. */
    int batchSize();
}
