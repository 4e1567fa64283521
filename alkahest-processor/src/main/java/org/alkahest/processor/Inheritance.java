package org.alkahest.processor;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/**
 * The place of an entity in a hierarchy of entities.
 *
 * @param strategy a constant of InheritanceStrategy
 * @param superclass the nearest superclass that is an entity; empty at the root
 * @param value an expression for the discriminator of the class; empty for an abstract class
 */
record Inheritance(String strategy, Optional<Superclass> superclass, Discriminator discriminator, String value) {
    /** Whether the class has a table of its own beside that of its superclass. */
    boolean isJoined() {
        return strategy.equals("JOINED") && superclass.isPresent();
    }

    /** Whether each class of the hierarchy has a table with all its columns. */
    boolean isConcrete() {
        return strategy.equals("TABLE_PER_CLASS");
    }

    /** Whether the class has a part of the superclass's table. */
    boolean sharesTable() {
        return strategy.equals("SINGLE_TABLE") && superclass.isPresent();
    }

    /**
     * The superclass.
     *
     * @param columns its columns, but the discriminator
     * @param attributes how many attributes it has
     */
    record Superclass(
            TypeElement type,
            Companion companion,
            String schema,
            String table,
            List<ColumnModel> columns,
            int attributes) {
        Superclass {
            columns = List.copyOf(columns);
        }
    }

    /**
     * The column that tells the classes of rows apart; no attribute. Where tables do, there is none, at position -1.
     *
     * @param javaType String or Integer
     * @param sqlType a constant or call of SqlTypes
     */
    record Discriminator(int position, String field, String name, String javaType, String sqlType) {}
}
