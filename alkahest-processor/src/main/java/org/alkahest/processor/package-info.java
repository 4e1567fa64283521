/**
 * The annotation processor: from entity classes to companions.
 *
 * <p>{@link org.alkahest.processor.EntityProcessor} takes each annotated class through three steps, which know only their
 * neighbours: <em>readers</em> look at elements and annotations and report every mistake; the <em>model</em> (records such
 * as {@link org.alkahest.processor.EntityModel}) says what the mapping is; <em>writers</em> turn the model into source
 * text and decide nothing.
 *
 * <p>It is isolating: all that it decides about a class, it decides from that class and what its types lead to, so that
 * Gradle recompiles one entity alone. Annotations are read by name through mirrors, so it depends on no version of Jakarta
 * Persistence, and on nothing of javac's own, so that ecj runs it as well. Rejected: one aggregating processor, which could
 * add a foreign-key column to another entity's table, but makes every change recompile all entities.
 */
@org.jspecify.annotations.NullMarked
package org.alkahest.processor;
