package org.alkahest.sql;

/** Where rows are decoded: a bare connection has nothing to offer; a session offers its identity map. */
public interface DecodeScope {
    /** The scope of a bare connection. */
    DecodeScope CONNECTION = new DecodeScope() {};
}
