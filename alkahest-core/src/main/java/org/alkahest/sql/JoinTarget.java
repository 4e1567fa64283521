package org.alkahest.sql;

/** What {@code join} takes: something in FROM, or a path such as a relationship, which knows its own ON condition. */
public sealed interface JoinTarget permits FromItem, JoinPath {}
