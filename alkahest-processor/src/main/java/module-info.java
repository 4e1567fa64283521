/** The annotation processor that generates the typed model of entity classes. */
module org.alkahest.processor {
    requires java.compiler;
    requires static org.jspecify;

    provides javax.annotation.processing.Processor with
            org.alkahest.processor.EntityProcessor,
            org.alkahest.processor.EntityIndexProcessor;
}
