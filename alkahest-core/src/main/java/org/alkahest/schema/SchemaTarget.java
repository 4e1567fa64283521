package org.alkahest.schema;

/** Where a schema can be created: an engine, or a connection. */
public interface SchemaTarget {
    /**
     * Creates every table of the collection with its constraints and indexes, in one transaction where the database can.
     *
     * @param checkFirst whether tables that exist are left as they are; otherwise they are an error of the database
     */
    void createAll(MetaData metaData, boolean checkFirst);

    /**
     * Drops every table of the collection, in one transaction where the database can.
     *
     * @param checkFirst whether tables that do not exist are passed over; otherwise they are an error of the database
     */
    void dropAll(MetaData metaData, boolean checkFirst);
}
