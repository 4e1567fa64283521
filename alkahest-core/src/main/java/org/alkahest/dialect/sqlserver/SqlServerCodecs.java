package org.alkahest.dialect.sqlserver;

import java.sql.JDBCType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.alkahest.type.Codec;
import org.alkahest.type.Codecs;
import org.alkahest.type.TypeName;
import org.alkahest.type.YearRange;
import org.jspecify.annotations.Nullable;

/** Where the driver goes beyond JDBC: it has type codes of its own for GUIDs, and none for "other". */
final class SqlServerCodecs {
    /** {@code microsoft.sql.Types.GUID}. */
    private static final int GUID = -145;

    /** "Date and time types": date, datetime2 and datetimeoffset. */
    private static final YearRange YEARS = new YearRange("SQL Server", 1, 9999);

    private SqlServerCodecs() {}

    static Codecs all() {
        return YEARS.in(Codecs.standard())
                .with(TypeName.UUID, new GuidCodec())
                // NULL as text goes into a column of any type but a binary one; JDBC's OTHER into none.
                .with(TypeName.OTHER, Codec.of(JDBCType.NVARCHAR, ResultSet::getObject, PreparedStatement::setObject));
    }

    private static final class GuidCodec implements Codec<UUID> {
        @Override
        public @Nullable UUID read(ResultSet row, int index) throws SQLException {
            String text = row.getString(index);
            return text == null ? null : UUID.fromString(text);
        }

        @Override
        public void write(PreparedStatement statement, int index, UUID value) throws SQLException {
            statement.setObject(index, value.toString(), GUID);
        }

        @Override
        public void writeNull(PreparedStatement statement, int index) throws SQLException {
            statement.setNull(index, GUID);
        }
    }
}
