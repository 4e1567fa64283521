package org.alkahest.orm;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.alkahest.orm.mapping.EntityTable;
import org.alkahest.orm.mapping.MappingException;
import org.alkahest.orm.mapping.VersionGenerator;
import org.alkahest.orm.mapping.Versioning;
import org.alkahest.orm.mapping.Versions;
import org.alkahest.orm.state.EntityEntry;
import org.alkahest.schema.Column;
import org.alkahest.sql.ColumnRef;
import org.alkahest.sql.Delete;
import org.alkahest.sql.DmlStatement;
import org.alkahest.sql.Update;

/** What a session asks of an UPDATE or DELETE of an entity's table, and adds to it. */
final class CriteriaRules {
    private CriteriaRules() {}

    /** Errors with ALK-2131 for a DELETE of a class whose rows are in several tables. */
    static void requireOneTable(Delete delete, EntityTable<?> table) {
        List<String> tables = table.family().stream()
                .flatMap(each -> each.parts().stream())
                .map(part -> part.table().name())
                .distinct()
                .collect(Collectors.toCollection(ArrayList::new));
        if (tables.size() > 1) {
            throw new MappingException(
                    "ALK-2131",
                    "Cannot delete rows of " + delete.table().name() + " by criteria: objects of "
                            + table.mapping().entityClass().getSimpleName() + " have rows in " + tables
                            + ", and a DELETE is of one table. Load the objects and delete them with session.delete, or"
                            + " delete from each table through session.connection().");
        }
    }

    /** Errors with ALK-2132 if an UPDATE sets a column of the key while the session has objects by their keys. */
    static void requireNoKey(Update update, EntityTable<?> table, List<EntityEntry<?>> objects) {
        for (ColumnRef<?> assigned : update.assignedColumns()) {
            if (!objects.isEmpty() && assigned instanceof Column<?> column && column.isPrimaryKey()) {
                throw new MappingException(
                        "ALK-2132",
                        "Cannot update key column '" + column.name() + "' by criteria: the session knows "
                                + objects.size() + " objects of " + table.name()
                                + " by their keys. Use Synchronize.NONE and expunge them, or change the objects.");
            }
        }
    }

    /**
     * The statement with the version of each row counted, where a flush counts it and the user does not set it: what reads a
     * row before and writes it after is told. Errors with ALK-2133 for a generator of the user's own.
     */
    static DmlStatement counted(DmlStatement statement, SessionContext context) {
        return statement instanceof Update update
                        && update.table() instanceof EntityTable<?> table
                        && table.versioning() instanceof Versioning.Generated<?> generated
                        && generated.column().owner().equals(table)
                        && !update.assignedColumns().contains(generated.column())
                ? next(update, generated, context)
                : statement;
    }

    @SuppressWarnings("unchecked") // the generator tells the column's type
    private static <T> Update next(Update update, Versioning.Generated<T> generated, SessionContext context) {
        VersionGenerator<T> generator = generated.generator();
        Column<T> column = generated.column();
        if (generator.equals(Versions.INTEGER)) {
            return update.setTo((Column<Integer>) column, ((Column<Integer>) column).plus(1));
        }
        if (generator.equals(Versions.LONG)) {
            return update.setTo((Column<Long>) column, ((Column<Long>) column).plus(1L));
        }
        if (generator.equals(Versions.SHORT)) {
            return update.setTo((Column<Short>) column, ((Column<Short>) column).plus((short) 1));
        }
        if (generator.equals(Versions.UUID)
                || generator.equals(Versions.INSTANT)
                || generator.equals(Versions.LOCAL_DATE_TIME)
                || generator.equals(Versions.OFFSET_DATE_TIME)) {
            return update.setNullable(column, generator.next(null, context.clock()));
        }
        throw new MappingException(
                "ALK-2133",
                "Cannot count version '" + column.name() + "' of "
                        + update.table().name()
                        + " by criteria: its generator makes it of the version before, one object at a time. Set the"
                        + " column in the statement.");
    }
}
