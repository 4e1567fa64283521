package org.alkahest.type;

import org.alkahest.schema.Column;
import org.alkahest.schema.ColumnOptions;
import org.alkahest.schema.MetaData;
import org.alkahest.schema.Table;
import org.alkahest.testkit.DatabaseFixture;

/** A table of JSON documents. */
final class Documents extends Table {
    final Column<Integer> id =
            column("id", SqlTypes.INTEGER, ColumnOptions.primaryKey().generated());
    final Column<String> doc = column("doc", SqlTypes.JSON);

    private Documents() {
        super("documents");
    }

    static Documents create(DatabaseFixture database) {
        Documents table = new Documents();
        MetaData.of(table).dropAll(database.engine());
        MetaData.of(table).createAll(database.engine());
        return table;
    }
}
