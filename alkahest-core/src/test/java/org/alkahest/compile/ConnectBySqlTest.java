package org.alkahest.compile;

import static org.alkahest.compile.SqlAssert.assertSql;
import static org.alkahest.compile.SqlAssert.on;
import static org.alkahest.compile.SqlAssert.unsupportedOn;
import static org.alkahest.dialect.oracle.ConnectBy.isCycle;
import static org.alkahest.dialect.oracle.ConnectBy.isLeaf;
import static org.alkahest.dialect.oracle.ConnectBy.level;
import static org.alkahest.dialect.oracle.ConnectBy.orderSiblingsBy;
import static org.alkahest.dialect.oracle.ConnectBy.path;
import static org.alkahest.dialect.oracle.ConnectBy.prior;
import static org.alkahest.dialect.oracle.ConnectBy.root;
import static org.alkahest.dialect.oracle.PseudoColumns.rowScn;
import static org.alkahest.dialect.oracle.PseudoColumns.rowid;
import static org.alkahest.dialect.oracle.PseudoColumns.rownum;
import static org.alkahest.sql.Sql.count;
import static org.alkahest.sql.Sql.select;

import org.alkahest.dialect.oracle.ConnectBy;
import org.alkahest.schema.Column;
import org.alkahest.schema.Table;
import org.alkahest.sql.Locking;
import org.alkahest.type.SqlTypes;
import org.junit.jupiter.api.Test;

/** What Oracle alone has in queries; the grammar's tests parse what is expected here. */
final class ConnectBySqlTest {
    private static final Staff STAFF = new Staff(null);
    private static final String OTHERS = "sqlite h2 postgresql duckdb mysql mariadb sqlserver";

    @Test
    void walksHierarchies() {
        assertSql(
                select(STAFF.name, level())
                        .where(STAFF.active)
                        .with(ConnectBy.of(prior(STAFF.id).eq(STAFF.managerId))
                                .startWith(STAFF.managerId.isNull().or(STAFF.id.eq(7))))
                        .with(orderSiblingsBy(STAFF.name.desc(), STAFF.id)),
                on(
                        "oracle",
                        "SELECT staff.name, LEVEL FROM staff WHERE staff.active = 1"
                                + " START WITH staff.manager_id IS NULL OR staff.id = ?"
                                + " CONNECT BY PRIOR staff.id = staff.manager_id"
                                + " ORDER SIBLINGS BY staff.name DESC, staff.id",
                        7),
                unsupportedOn(OTHERS, "LEVEL"));
        assertSql(
                select(STAFF.id).with(ConnectBy.of(prior(STAFF.id).eq(STAFF.managerId))),
                on("oracle", "SELECT staff.id FROM staff CONNECT BY PRIOR staff.id = staff.manager_id"),
                unsupportedOn(OTHERS, "CONNECT BY"));
    }

    @Test
    void groupsTheRowsOfHierarchies() {
        assertSql(
                select(level(), count())
                        .from(STAFF)
                        .with(ConnectBy.of(prior(STAFF.id).eq(STAFF.managerId).and(STAFF.active))
                                .withoutCycles())
                        .groupBy(level()),
                on(
                        "oracle",
                        "SELECT LEVEL, count(*) FROM staff CONNECT BY NOCYCLE PRIOR staff.id = staff.manager_id AND"
                                + " staff.active = 1 GROUP BY LEVEL"),
                unsupportedOn(OTHERS, "LEVEL"));
        assertSql(
                select(root(STAFF.name), path(STAFF.name, "/it's/"), isLeaf(), isCycle())
                        .with(ConnectBy.of(prior(STAFF.id.plus(1)).eq(STAFF.managerId))
                                .withoutCycles()),
                on(
                        "oracle",
                        "SELECT CONNECT_BY_ROOT staff.name, SYS_CONNECT_BY_PATH(staff.name, '/it''s/'),"
                                + " CONNECT_BY_ISLEAF, CONNECT_BY_ISCYCLE FROM staff CONNECT BY NOCYCLE"
                                + " PRIOR (staff.id + ?) = staff.manager_id",
                        1),
                unsupportedOn(OTHERS, "CONNECT_BY_ROOT"));
    }

    @Test
    void readsPseudoColumns() {
        Staff s = STAFF.as("s");
        assertSql(
                select(rownum(), rowid(s), rowScn()).from(s).where(rownum().le(10)),
                on("oracle", "SELECT ROWNUM, s.ROWID, ORA_ROWSCN FROM staff s WHERE ROWNUM <= ?", 10),
                unsupportedOn(OTHERS, "ROWNUM"));
        assertSql(
                select(STAFF.id).where(rowid().eq("AAA")),
                on("oracle", "SELECT staff.id FROM staff WHERE ROWID = ?", "AAA"),
                unsupportedOn(OTHERS, "ROWID"));
        assertSql(
                select(STAFF.id).where(rowid(STAFF).eq("AAA")),
                on("oracle", "SELECT staff.id FROM staff WHERE staff.ROWID = ?", "AAA"),
                unsupportedOn(OTHERS, "ROWID"));
    }

    @Test
    void waitsForLocks() {
        assertSql(
                select(STAFF.id).lock(Locking.forUpdate().waitFor(5)),
                on("h2 mariadb oracle", "SELECT staff.id FROM staff FOR UPDATE WAIT 5"),
                unsupportedOn("sqlite postgresql mysql sqlserver", "WAIT"),
                unsupportedOn("duckdb", "FOR UPDATE"));
    }

    private static final class Staff extends Table {
        final Column<Integer> id = column("id", SqlTypes.INTEGER);
        final Column<Integer> managerId = column("manager_id", SqlTypes.INTEGER);
        final Column<String> name = column("name", SqlTypes.varchar(80));
        final Column<Boolean> active = column("active", SqlTypes.BOOLEAN);

        Staff(String alias) {
            super(null, "staff", alias);
        }

        @Override
        public Staff as(String alias) {
            return new Staff(alias);
        }
    }
}
