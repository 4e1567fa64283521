package org.alkahest.dialect;

/** The kinds of database errors that programs tell apart; each becomes one exception class and one code. */
public enum ErrorKind {
    UNIQUE("ALK-1502", "Use another value, or update the row that has it."),
    FOREIGN_KEY("ALK-1503", "Write the row that is referred to first, and delete the rows that refer to it first."),
    NOT_NULL("ALK-1504", "Give the column a value, or a default in the database."),
    CHECK("ALK-1505", "Give values that meet the condition."),
    /** A constraint of a kind that the database does not tell. */
    INTEGRITY("ALK-1506", "Give values that meet the table's constraints."),
    SERIALIZATION("ALK-1507", "Roll back and run the whole transaction again."),
    DEADLOCK("ALK-1508", "Roll back and run the whole transaction again."),
    /** The connection is gone, or never was. */
    CONNECTION("ALK-1509", "Check that the database is running and reachable, then roll back and run it again."),
    TIMEOUT("ALK-1510", "Roll back and run it again, look for a transaction that holds a lock, or allow more time."),
    MISSING_OBJECT("ALK-1511", "Check the name, or create the tables with MetaData.createAll(engine)."),
    /** An earlier statement failed, and the database refuses everything until the transaction is rolled back. */
    ABORTED_TRANSACTION("ALK-1512", "Roll back, or use a savepoint around statements that may fail."),
    /** A value that does not fit its column, or its operation. */
    DATA("ALK-1513", "Give a value that fits, or widen the column."),
    OTHER("ALK-1501", "Look the message up in the database's manual.");

    private final String code;
    private final String advice;

    ErrorKind(String code, String advice) {
        this.code = code;
        this.advice = advice;
    }

    /** The code of the exception, with a section in {@code docs/errors.md}. */
    public String code() {
        return code;
    }

    /** What to do about it, as a sentence. */
    public String advice() {
        return advice;
    }
}
