package org.alkahest.orm.state;

/** What a tracked collection asks of its session. */
public interface CollectionOwner {
    /** Loads the collection, and those of unloaded siblings with it. */
    void load(CollectionState<?> collection);

    /** Called when an element was added through the collection. */
    void added(CollectionState<?> collection, Object element);

    /** Called when an element was removed through the collection. */
    void removed(CollectionState<?> collection, Object element);

    /** The present epoch; what was loaded in an earlier one is stale. */
    int epoch();

    boolean isOpen();
}
