package org.alkahest.type;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Amounts of time as databases keep them: durations as microseconds, periods as months; and the text that databases give for
 * them, be it {@code 1 day -02:03:04.5}, {@code -1 02:03:04.5}, {@code 1-2} or {@code P1DT2H}. A day has 24 hours.
 */
public final class IntervalText {
    private static final int MICROS_PER_SECOND = 1_000_000;
    private static final int NANOS_PER_MICRO = 1_000;
    private static final int SECONDS_PER_MINUTE = 60;
    private static final int SECONDS_PER_HOUR = 3_600;
    private static final int SECONDS_PER_DAY = 86_400;
    private static final int MONTHS_PER_YEAR = 12;
    private static final BigDecimal MICROS = BigDecimal.valueOf(MICROS_PER_SECOND);

    private static final Pattern TIME = Pattern.compile("([+-]?)(\\d+):(\\d+):(\\d+(?:\\.\\d+)?)");
    private static final Pattern YEARS_AND_MONTHS = Pattern.compile("([+-]?)(\\d+)-(\\d+)");
    private static final Pattern WORD_END = Pattern.compile("\\s+");
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+");
    private static final Pattern ISO_FIELD = Pattern.compile("([+-]?\\d+(?:\\.\\d+)?)([YMWDHS])");
    private static final Pattern STANDARD = Pattern.compile("INTERVAL '([^']*)'.*");

    private long months;
    private BigDecimal seconds = BigDecimal.ZERO;

    private IntervalText() {}

    /** The microseconds of a duration, what is finer cut off; errors with ALK-1175 for more than 292,000 years. */
    public static long micros(Duration value) {
        Duration cut = value.truncatedTo(ChronoUnit.MICROS);
        try {
            // The nanoseconds count upwards from the seconds, which of the least negative values alone would overflow.
            long seconds = cut.isNegative() ? cut.getSeconds() + 1 : cut.getSeconds();
            long rest = cut.getNano() / NANOS_PER_MICRO - (cut.isNegative() ? MICROS_PER_SECOND : 0L);
            long micros = Math.addExact(Math.multiplyExact(seconds, (long) MICROS_PER_SECOND), rest);
            return requireOpposite(micros, value);
        } catch (ArithmeticException e) {
            throw tooLong(value);
        }
    }

    /** Some databases lack the one number whose opposite is none. */
    private static long requireOpposite(long micros, Duration value) {
        if (micros == Long.MIN_VALUE) {
            throw tooLong(value);
        }
        return micros;
    }

    private static AlkahestArgumentException tooLong(Duration value) {
        return new AlkahestArgumentException(
                "ALK-1175",
                "Cannot bind the duration " + value + ": databases count microseconds, of which it has more than "
                        + Long.MAX_VALUE + ". Bind a shorter one, or map it by SqlTypes.DURATION_TEXT.");
    }

    /** A duration of microseconds. */
    public static Duration ofMicros(long micros) {
        return Duration.of(micros, ChronoUnit.MICROS);
    }

    /** The months of a period; errors with ALK-1175 for more than an integer holds, and with ALK-1176 for days. */
    public static int months(Period value) {
        if (!value.withDays(0).equals(value)) {
            throw new AlkahestArgumentException(
                    "ALK-1176",
                    "Cannot bind the period " + value + ": an interval of years and months has no days, and months have"
                            + " no fixed number of them. Map it by SqlTypes.PERIOD, which is text.");
        }
        long months = value.toTotalMonths();
        if (Math.abs(months) > Integer.MAX_VALUE) {
            throw new AlkahestArgumentException(
                    "ALK-1175",
                    "Cannot bind the period " + value + ": databases count months, of which it has more than "
                            + Integer.MAX_VALUE + ". Bind a shorter one, or map it by SqlTypes.PERIOD.");
        }
        return (int) months;
    }

    /** A period of whole years and of the months that are left. */
    public static Period ofMonths(long months) {
        return Period.of(Math.toIntExact(months / MONTHS_PER_YEAR), (int) (months % MONTHS_PER_YEAR), 0);
    }

    /** The duration that a database gave as text; errors with ALK-1177 where it has months. */
    public static Duration duration(String text) {
        IntervalText read = read(text);
        if (read.months != 0) {
            throw mixed(text, "months in it have no fixed length, as a duration has");
        }
        return ofMicros(read.seconds.multiply(MICROS).longValueExact());
    }

    /** The period of years and months that a database gave as text; errors with ALK-1177 where it has days or a time. */
    public static Period period(String text) {
        IntervalText read = read(text);
        if (read.seconds.signum() != 0) {
            throw mixed(text, "a period of years and months has no days and no time");
        }
        return ofMonths(read.months);
    }

    private static AlkahestArgumentException mixed(String text, String reason) {
        return new AlkahestArgumentException(
                "ALK-1177",
                "Cannot read the interval '" + text + "': " + reason
                        + ". Select its parts, or cast it to text in SQL.");
    }

    /** {@code -1 02:03:04.500000}: days and time, whose sign counts for both (SQL:2023 part 2, 5.3). */
    public static String dayToSecond(Duration value) {
        long micros = micros(value);
        long rest = Math.abs(micros);
        long inDay = rest / MICROS_PER_SECOND % SECONDS_PER_DAY;
        return String.format(
                Locale.ROOT,
                "%s%d %02d:%02d:%02d.%06d",
                micros < 0 ? "-" : "",
                rest / MICROS_PER_SECOND / SECONDS_PER_DAY,
                inDay / SECONDS_PER_HOUR,
                inDay / SECONDS_PER_MINUTE % SECONDS_PER_MINUTE,
                inDay % SECONDS_PER_MINUTE,
                rest % MICROS_PER_SECOND);
    }

    /** {@code -1-2}: years and months, whose sign counts for both. */
    public static String yearToMonth(Period value) {
        int months = months(value);
        int rest = Math.abs(months);
        return (months < 0 ? "-" : "") + rest / MONTHS_PER_YEAR + "-" + rest % MONTHS_PER_YEAR;
    }

    private static IntervalText read(String text) {
        Matcher standard = STANDARD.matcher(text);
        String plain = standard.matches() ? standard.group(1) : text.strip();
        IntervalText read = new IntervalText();
        if (plain.startsWith("P") || plain.startsWith("-P")) {
            read.readIso(plain);
        } else {
            read.readWords(plain);
        }
        return read;
    }

    private void readIso(String text) {
        boolean negated = text.startsWith("-");
        int time = text.indexOf('T');
        Matcher field = ISO_FIELD.matcher(text);
        while (field.find()) {
            BigDecimal amount = new BigDecimal(field.group(1));
            boolean month = field.group(2).equals("M") && (time < 0 || field.start() < time);
            add(
                    negated ? amount.negate() : amount,
                    month ? "mon" : field.group(2).toLowerCase(Locale.ROOT));
        }
    }

    private void readWords(String text) {
        String[] words = WORD_END.split(text, -1);
        for (int i = 0; i < words.length; i++) {
            Matcher time = TIME.matcher(words[i]);
            Matcher years = YEARS_AND_MONTHS.matcher(words[i]);
            if (time.matches()) {
                addTime(time, time.group(1).equals("-"));
            } else if (years.matches()) {
                long sign = years.group(1).equals("-") ? -1 : 1;
                months += sign * (Long.parseLong(years.group(2)) * MONTHS_PER_YEAR + Long.parseLong(years.group(3)));
            } else if (!NUMBER.matcher(words[i]).matches() || i + 1 == words.length) {
                throw new IllegalArgumentException("'" + text + "' is no interval that is known");
            } else {
                i++;
                addNumber(words[i - 1], words[i], text);
            }
        }
    }

    /** A number of units; or of days if a time follows, which takes its sign. */
    private void addNumber(String number, String next, String text) {
        Matcher time = TIME.matcher(next);
        if (time.matches()) {
            add(new BigDecimal(number), "d");
            addTime(time, number.startsWith("-"));
        } else if (next.isEmpty() || !Character.isLetter(next.charAt(0))) {
            throw new IllegalArgumentException("'" + text + "' is no interval that is known");
        } else {
            add(new BigDecimal(number), next.startsWith("mon") ? "mon" : next.substring(0, 1));
        }
    }

    private void addTime(Matcher time, boolean negative) {
        BigDecimal amount = new BigDecimal(time.group(4))
                .add(BigDecimal.valueOf(Long.parseLong(time.group(2)) * SECONDS_PER_HOUR
                        + Long.parseLong(time.group(3)) * SECONDS_PER_MINUTE));
        seconds = seconds.add(negative ? amount.negate() : amount);
    }

    private void add(BigDecimal amount, String unit) {
        switch (unit) {
            case "y" -> months += amount.longValueExact() * MONTHS_PER_YEAR;
            case "mon" -> months += amount.longValueExact();
            case "w" -> addSeconds(amount, 7 * SECONDS_PER_DAY);
            case "d" -> addSeconds(amount, SECONDS_PER_DAY);
            case "h" -> addSeconds(amount, SECONDS_PER_HOUR);
            case "m" -> addSeconds(amount, SECONDS_PER_MINUTE);
            case "s" -> addSeconds(amount, 1);
            default -> throw new IllegalArgumentException("'" + unit + "' is no unit of an interval that is known");
        }
    }

    private void addSeconds(BigDecimal amount, int each) {
        seconds = seconds.add(amount.multiply(BigDecimal.valueOf(each)));
    }
}
