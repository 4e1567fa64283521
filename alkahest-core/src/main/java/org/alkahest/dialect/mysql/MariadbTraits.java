package org.alkahest.dialect.mysql;

import org.alkahest.compile.DialectTraits;
import org.alkahest.compile.Feature;
import org.alkahest.compile.Styles.GeneratedKeys;
import org.alkahest.compile.Styles.ReturningStyle;
import org.alkahest.compile.Styles.RowMatch;
import org.alkahest.compile.Styles.ValuesStyle;
import org.alkahest.dialect.DatabaseVersion;

/** What MariaDB is, as data, where it differs from MySQL (https://mariadb.com/docs/server/reference/, 10.6 to 11). */
final class MariadbTraits {
    private MariadbTraits() {}

    static DialectTraits at(DatabaseVersion version) {
        return MysqlTraits.shared(MariadbDialectFactory.NAME, version)
                .returning(ReturningStyle.RETURNING)
                .generatedKeys(GeneratedKeys.BATCH) // of several rows in one statement the server tells the first key
                .rowMatch(RowMatch.ASCENDING) // "AUTO_INCREMENT Handling in InnoDB": simple inserts, in every mode
                .values(ValuesStyle.UNION_ALL) // the columns of VALUES in FROM cannot be named
                .features(
                        Feature.LOCK_WAIT,
                        Feature.WITH_TIES, // FETCH FIRST … WITH TIES, 10.6
                        Feature.SEQUENCES, // 10.3
                        Feature.INSERT_RETURNING, // 10.5
                        Feature.DELETE_RETURNING)
                .build();
    }
}
