package org.alkahest.sql;

import org.alkahest.type.AlkahestArgumentException;
import org.alkahest.type.SqlType;

/** {@code operand COLLATE collation}: a string compared and sorted by a collation of the database. */
public record Collate(Expression<String> operand, String collation) implements Operation<String> {
    public Collate {
        Operators.require(operand, Operators.Need.STRING, "collate");
        if (collation.isBlank()) {
            throw new AlkahestArgumentException(
                    "ALK-1118", "Cannot collate: the collation's name is blank. Name one that the database has.");
        }
    }

    @Override
    public SqlType<String> type() {
        return operand.type();
    }

    @Override
    public void describe(Description description) {
        description.add(Collate.class).add(collation).child(operand);
    }

    @Override
    public Collate mapChildren(NodeMapper mapper) {
        return new Collate(mapper.map(operand), collation);
    }
}
