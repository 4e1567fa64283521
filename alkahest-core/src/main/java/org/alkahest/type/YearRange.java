package org.alkahest.type;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The years that a database keeps, of instants in UTC. What is outside is refused before anything is sent, with ALK-1410,
 * as drivers and servers overflow, clamp or lose the sign instead. Immutable.
 *
 * @param database whose they are, for the message
 * @param first the first year, 0 being 1 BC as in java.time
 * @param infinite whether MIN and MAX of the Java types are the driver's way to say infinity
 */
public record YearRange(String database, int first, int last, boolean infinite) {
    private static final List<TemporalAccessor> INFINITIES = List.of(
            LocalDate.MIN, LocalDate.MAX, LocalDateTime.MIN, LocalDateTime.MAX, OffsetDateTime.MIN, OffsetDateTime.MAX);

    /** A range whose ends are all there is. */
    public YearRange(String database, int first, int last) {
        this(database, first, last, false);
    }

    /** A range in which MIN and MAX are infinities. */
    public YearRange withInfinities() {
        return new YearRange(database, first, last, true);
    }

    /** These codecs with the years of dates, timestamps and instants checked. */
    public Codecs in(Codecs codecs) {
        return codecs.with(TypeName.DATE, checking(codecs.codec(SqlTypes.DATE)))
                .with(TypeName.TIMESTAMP, checking(codecs.codec(SqlTypes.TIMESTAMP)))
                .with(TypeName.TIMESTAMP_WITH_TIME_ZONE, checking(codecs.codec(SqlTypes.TIMESTAMP_WITH_TIME_ZONE)));
    }

    /** A codec that reads as another, and writes what is in the range. */
    public <T extends TemporalAccessor> Codec<T> checking(Codec<T> codec) {
        return new Checking<>(codec, this);
    }

    private void require(TemporalAccessor value) {
        int year = value.get(ChronoField.YEAR);
        if (value instanceof OffsetDateTime moment && Math.abs(year) < Year.MAX_VALUE) {
            year = moment.withOffsetSameInstant(ZoneOffset.UTC).getYear();
        }
        boolean outside = year < first || year > last;
        if (outside && !(infinite && INFINITIES.contains(value))) {
            throw new AlkahestArgumentException(
                    "ALK-1410",
                    "Cannot send the date " + value + " to " + database + ": its year is outside " + first + " to "
                            + last + ". Use null for no limit, or map the column as a number.");
        }
    }

    private record Checking<T extends TemporalAccessor>(Codec<T> codec, YearRange years) implements Codec<T> {
        @Override
        public @Nullable T read(ResultSet row, int index) throws SQLException {
            return codec.read(row, index);
        }

        @Override
        public Decoder<T> decoder(int position) {
            return codec.decoder(position);
        }

        @Override
        public void write(PreparedStatement statement, int index, T value) throws SQLException {
            years.require(value);
            codec.write(statement, index, value);
        }

        @Override
        public void writeNull(PreparedStatement statement, int index) throws SQLException {
            codec.writeNull(statement, index);
        }
    }
}
