package org.alkahest.dialect;

import java.sql.JDBCType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Period;
import org.alkahest.type.Codec;
import org.alkahest.type.Codecs;
import org.alkahest.type.IntervalText;
import org.alkahest.type.TypeName;

/**
 * Intervals as text, for databases whose only type of interval has months, days and microseconds apart: a duration is sent as
 * microseconds alone, and read with days of 24 hours. The placeholder has to make an interval of the text.
 */
public final class IntervalCodecs {
    private static final Codec<String> TEXT =
            Codec.of(JDBCType.VARCHAR, ResultSet::getString, PreparedStatement::setString);

    private IntervalCodecs() {}

    /** Codecs in which durations and periods are such text. */
    public static Codecs in(Codecs codecs) {
        return codecs.with(TypeName.INTERVAL_DAY_TIME, TEXT.map(IntervalCodecs::text, IntervalText::duration))
                .with(TypeName.INTERVAL_YEAR_MONTH, TEXT.map(IntervalCodecs::text, IntervalText::period));
    }

    /** {@code 5000000 microseconds}. */
    public static String text(Duration value) {
        return IntervalText.micros(value) + " microseconds";
    }

    /** {@code 14 months}. */
    public static String text(Period value) {
        return IntervalText.months(value) + " months";
    }
}
