package org.alkahest.orm.natural;

import java.util.List;
import org.alkahest.engine.Engine;
import org.alkahest.orm.domain.TestTables;

/** The tables. */
public final class Atlas {
    private Atlas() {}

    /** Creates the tables in an empty database. */
    public static void create(Engine engine) {
        TestTables.create(
                engine, List.of(Language_.LANGUAGE, Country_.COUNTRY, Town_.TOWN, Stamp_.STAMP, Anthem_.ANTHEM));
    }
}
