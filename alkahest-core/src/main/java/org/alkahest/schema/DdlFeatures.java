package org.alkahest.schema;

import java.util.List;
import java.util.function.Function;
import org.alkahest.type.NamedType;

/**
 * What a plan of DDL elements has to know of the database, all else being the compiler's.
 *
 * @param alterAddsConstraints whether {@code ALTER TABLE} adds and drops foreign keys; if not, all of them are part of
 *     {@code CREATE TABLE}, also those to tables that do not exist yet
 * @param commentStatements whether comments are statements of their own
 * @param identitySequences whether a column that numbers itself needs a sequence
 * @param namedTypes the types that have to be created before a column can be, in order
 */
public record DdlFeatures(
        boolean alterAddsConstraints,
        boolean commentStatements,
        boolean identitySequences,
        Function<Column<?>, List<NamedType>> namedTypes) {}
