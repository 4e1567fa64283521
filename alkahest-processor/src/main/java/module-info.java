/** The annotation processor that generates the typed model of entity classes. */
module org.alkahest.processor {
    requires jakarta.persistence;
    requires java.compiler;
    requires static org.jspecify;
}
