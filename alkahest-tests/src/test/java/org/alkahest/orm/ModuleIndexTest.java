package org.alkahest.orm;

import static org.alkahest.orm.inheritance.Animal_.ANIMAL;
import static org.alkahest.orm.inheritance.Cat_.CAT;
import static org.alkahest.orm.inheritance.Company_.COMPANY;
import static org.alkahest.orm.inheritance.Employee_.EMPLOYEE;
import static org.alkahest.orm.inheritance.Kitten_.KITTEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.alkahest.orm.mapping.EntityTable;
import org.alkahest.orm.mapping.Mappings;
import org.alkahest.schema.MetaData;
import org.junit.jupiter.api.Test;

/** The index of a module's entities, which the processor writes. */
final class ModuleIndexTest {
    @Test
    void theTablesOfAModuleAreThoseOfAllItsEntities() {
        List<EntityTable<?>> tables = Mappings.tablesOfModule(ModuleIndexTest.class);
        assertThat(tables).contains(ANIMAL, CAT, KITTEN, EMPLOYEE, COMPANY);
        assertThat(MetaData.of(tables.stream()
                                .filter(table -> table.name().equals("staff"))
                                .toList())
                        .tables())
                .hasSize(1);
    }

    @Test
    void aRootKnowsItsSubclassesWithoutTouchingThem() {
        assertThat(ANIMAL.family())
                .extracting(table -> table.mapping().entityClass().getSimpleName())
                .containsExactly("Animal", "Cat", "Kitten", "Pet", "Dog");
        assertThat(COMPANY.family()).isEqualTo(List.of(COMPANY));
    }

    @Test
    void aModuleWithoutAnIndexIsAnError() {
        assertThatThrownBy(() -> Mappings.tablesOfModule(Test.class))
                .hasMessageContaining("org.junit.jupiter.api.Test")
                .hasMessageContaining("ALK-2023");
        assertThatThrownBy(() -> Mappings.tablesOfModule(String.class)).hasMessageContaining("ALK-2023");
    }
}
