package org.alkahest.schema;

/** An option of an index; see {@link Index#option}. Dialects implement it. */
public interface IndexOption extends DialectOption {}
