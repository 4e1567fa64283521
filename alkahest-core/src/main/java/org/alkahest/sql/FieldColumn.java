package org.alkahest.sql;

import java.util.List;
import org.alkahest.type.AlkahestArgumentException;
import org.alkahest.type.SqlType;

/** A column of something in FROM that names its columns itself. */
record FieldColumn<T>(FromItem owner, String ownerName, String name, SqlType<T> type) implements ColumnRef<T> {
    static <T> FieldColumn<T> of(
            FromItem owner, String ownerName, List<Field<?>> fields, String name, SqlType<T> type) {
        if (fields.stream().noneMatch(field -> field.name().equals(name))) {
            throw new AlkahestArgumentException(
                    "ALK-1105",
                    "Cannot take column '" + name + "' of '" + ownerName + "': it has only "
                            + fields.stream().map(Field::name).toList() + ". Correct the name, or add the field.");
        }
        return new FieldColumn<>(owner, ownerName, name, type);
    }

    @Override
    public void describe(Description description) {
        description.add(FieldColumn.class).add(ownerName).add(name).add(type).child(owner);
    }

    @Override
    public String toString() {
        return ownerName + "." + name;
    }

    @Override
    public ColumnRef<T> mapChildren(NodeMapper mapper) {
        return mapper.map(owner).correspondingColumn(this);
    }
}
