/** Mapping, sessions and unit of work. */
module org.alkahest.orm {
    requires transitive jakarta.persistence;
    requires transitive org.alkahest.core;
    requires static jakarta.validation;

    exports org.alkahest.orm;
    exports org.alkahest.orm.ext;
    exports org.alkahest.orm.mapping;
    exports org.alkahest.orm.state;
    exports org.alkahest.orm.unitofwork;
}
