package org.alkahest.engine;

/**
 * What an engine has done so far. Immutable.
 *
 * @param statements executions; a batch counts once
 * @param cacheHits statements whose compiled form was in the cache
 * @param cacheMisses statements that had to be compiled
 * @param cachedStatements compiled statements in the cache now
 * @param openConnections connections that were opened and not closed yet
 */
public record EngineStatistics(
        long statements, long cacheHits, long cacheMisses, int cachedStatements, int openConnections) {}
