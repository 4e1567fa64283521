package org.alkahest.sql;

/** Something in FROM. */
public sealed interface FromItem extends SqlNode, JoinTarget
        permits DerivedTable, CommonTableExpression, FromExtension {}
