package org.alkahest.orm.domain;

import java.util.Collection;
import org.alkahest.compile.Feature;
import org.alkahest.engine.Engine;
import org.alkahest.schema.MetaData;
import org.alkahest.schema.Table;

/** Creates the tables of tests of the mapper. */
public final class TestTables {
    private TestTables() {}

    /** In an empty database; without foreign keys if those would not see what a unit of work did before. */
    public static void create(Engine engine, Collection<? extends Table> tables) {
        MetaData metaData = MetaData.of(tables);
        boolean usable = engine.dialect().traits().has(Feature.TRANSACTIONAL_FOREIGN_KEYS);
        (usable ? metaData : metaData.withoutForeignKeys()).createAll(engine);
    }
}
