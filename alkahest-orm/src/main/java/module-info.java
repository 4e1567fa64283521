/** Mapping, sessions and unit of work. */
module org.alkahest.orm {
    requires transitive jakarta.persistence;
    requires transitive org.alkahest.core;

    exports org.alkahest.orm.mapping;
}
