package org.alkahest.schema;

/** An option of a column; see {@link ColumnOptions#option}. Dialects implement it. */
public interface ColumnOption extends DialectOption {}
