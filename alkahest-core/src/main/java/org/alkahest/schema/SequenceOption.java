package org.alkahest.schema;

/** An option of a sequence; see {@link Sequence#option}. Dialects implement it. */
public interface SequenceOption extends DialectOption {}
