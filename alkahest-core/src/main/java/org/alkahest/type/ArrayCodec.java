package org.alkahest.type;

import java.sql.Array;
import java.sql.JDBCType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Arrays as lists: elements are read by their own codec, and bound as the objects that JDBC has for them. */
record ArrayCodec<E>(SqlType<E> element, Codec<E> codec) implements Codec<List<E>> {
    /** The elements stand in the second column (JDBC 4.3, 16.5). */
    @Override
    @SuppressWarnings("NullAway") // elements may be null
    public @Nullable List<E> read(ResultSet row, int index) throws SQLException {
        Array array = row.getArray(index);
        if (array == null) {
            return null;
        }
        List<E> elements = new ArrayList<>();
        try (ResultSet rows = array.getResultSet()) {
            while (rows.next()) {
                elements.add(codec.read(rows, 2));
            }
        }
        return elements;
    }

    @Override
    public void write(PreparedStatement statement, int index, List<E> value) throws SQLException {
        statement.setObject(index, stored(element, value));
    }

    @Override
    public void writeNull(PreparedStatement statement, int index) throws SQLException {
        statement.setNull(index, JDBCType.ARRAY.getVendorTypeNumber());
    }

    private static <E> @Nullable Object[] stored(SqlType<E> element, List<E> value) {
        @Nullable Object[] all = new @Nullable Object[value.size()];
        for (int i = 0; i < all.length; i++) {
            E each = value.get(i);
            all[i] = each == null ? null : inner(element, SqlType.stored(element, each));
        }
        return all;
    }

    /** An array inside an array is an array of Java as well. */
    @SuppressWarnings("unchecked") // the list holds what the element type of its type says
    private static Object inner(SqlType<?> element, Object stored) {
        SqlType<?> deeper = SqlType.storage(element).element();
        return deeper == null ? stored : stored((SqlType<Object>) deeper, (List<Object>) stored);
    }
}
