package types;

import jakarta.persistence.*;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.*;
import java.util.UUID;

@Entity
public class Sample {
    static int count;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    private boolean aBoolean;
    byte aByte;
    short aShort;
    int anInt;
    private long aLong;
    float aFloat;
    double aDouble;
    char aChar;
    private Boolean booleanObject;
    Byte byteObject;
    Short shortObject;
    Integer integerObject;
    Long longObject;
    Float floatObject;
    Double doubleObject;
    Character characterObject;
    String text;

    @Column(length = 40, nullable = false, unique = true)
    private String shortText;

    @Lob
    String longText;

    BigDecimal decimal;

    @Column(precision = 19, scale = 4)
    BigDecimal money;

    BigInteger bigInteger;
    private byte[] bytes;

    @Column(length = 16)
    byte[] hash;

    LocalDate date;
    LocalTime time;
    LocalDateTime timestamp;
    OffsetDateTime offsetDateTime;
    OffsetTime offsetTime;
    ZonedDateTime zonedDateTime;
    Instant instant;
    Duration duration;
    Period period;
    Year year;
    YearMonth yearMonth;
    MonthDay monthDay;
    ZoneId zoneId;
    ZoneOffset zoneOffset;
    UUID uuid;
    Level level;

    @Enumerated(EnumType.ORDINAL)
    Level ordinal;

    @Enumerated(EnumType.STRING)
    @Column(length = 20)
    private Level longName;

    @Basic(optional = false)
    String required;

    @Column(updatable = false, comment = "set \"once\"")
    Instant created;

    transient String cache;

    @Transient
    Object anything;

    public enum Level {
        LOW,
        HIGH
    }
}
