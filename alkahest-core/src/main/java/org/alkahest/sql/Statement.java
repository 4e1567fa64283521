package org.alkahest.sql;

/** A statement that can be executed: an immutable value; every builder call returns a new one. */
public sealed interface Statement extends SqlNode permits RowStatement, DmlStatement, TextStatement {
    @Override
    Statement mapChildren(NodeMapper mapper);
}
