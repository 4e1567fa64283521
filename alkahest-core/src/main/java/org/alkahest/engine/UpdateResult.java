package org.alkahest.engine;

/**
 * What a statement without rows did. Immutable.
 *
 * @param rowCount how many rows it changed, as the database counts them; 0 for statements that change none
 */
public record UpdateResult(long rowCount) {}
