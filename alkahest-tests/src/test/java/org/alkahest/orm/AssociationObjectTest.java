package org.alkahest.orm;

import static org.alkahest.orm.links.Food_.FOOD;
import static org.alkahest.orm.links.Ingredient_.INGREDIENT;
import static org.alkahest.orm.links.Node_.NODE;
import static org.alkahest.orm.links.Recipe_.RECIPE;
import static org.alkahest.orm.links.Step_.STEP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import org.alkahest.engine.Engine;
import org.alkahest.orm.domain.TestTables;
import org.alkahest.orm.ext.AssociationView;
import org.alkahest.orm.links.Food;
import org.alkahest.orm.links.Ingredient;
import org.alkahest.orm.links.Recipe;
import org.alkahest.orm.links.Step;
import org.alkahest.orm.mapping.CompositeKey;
import org.alkahest.orm.mapping.Ref;
import org.alkahest.orm.state.State;
import org.alkahest.sql.Sql;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.testkit.StatementRecorder;
import org.junit.jupiter.api.BeforeEach;

/** Objects whose key is made of references: what links two others and has columns of its own. */
final class AssociationObjectTest {
    private Engine engine;

    @BeforeEach
    void createTables(Engine given) {
        engine = given;
        TestTables.create(engine, List.of(RECIPE, FOOD, INGREDIENT, STEP, NODE));
    }

    private static Recipe soup(Session session) {
        Recipe soup = new Recipe("soup");
        soup.ingredients.add(new Ingredient(soup, new Food("leek"), new BigDecimal("2.00")));
        soup.ingredients.add(new Ingredient(soup, new Food("salt"), new BigDecimal("0.50")));
        session.add(soup);
        session.commit();
        return soup;
    }

    private static void check(Session session, String... plan) {
        assertThat(session.flushPlan().toString().lines()).containsExactly(plan);
        session.flush();
        assertThat(session.flushPlan().isEmpty()).isTrue();
        SessionInvariants.check(session);
    }

    @DatabaseTest
    void itIsSavedAfterBothOfItsTargetsHaveKeys() {
        try (Session session = Session.open(engine)) {
            Recipe soup = new Recipe("soup");
            Ingredient leek = new Ingredient(soup, new Food("leek"), new BigDecimal("2.00"));
            leek.steps.add(new Step("cut"));
            soup.ingredients.add(leek);
            session.add(soup);
            assertThat(session.flushPlan().toString().lines())
                    .containsExactly(
                            "INSERT foods(name) RETURNING(id) [Food#new]",
                            "INSERT recipes(name) RETURNING(id) [Recipe#new]",
                            "INSERT ingredients(recipe_id, food_id, amount) [Ingredient#new]",
                            "INSERT steps(text, for_recipe, for_food) RETURNING(id) [Step#new]");
            session.commit();
            SessionInvariants.check(session);
            assertThat(session.get(Ingredient.class, CompositeKey.of(soup.id, leek.food.get().id)))
                    .containsSame(leek);
        }
    }

    @DatabaseTest
    void itIsLoadedWithItsSiblings(StatementRecorder recorder) {
        try (Session session = Session.open(engine)) {
            soup(session);
        }
        try (Session session = Session.open(engine)) {
            Recipe soup = session.query(RECIPE).load(RECIPE.ingredients).one();
            recorder.clear();
            assertThat(soup.ingredients).extracting(i -> i.food.get().name).containsExactly("leek", "salt");
            assertThat(soup.ingredients).extracting(i -> i.recipe.get()).containsOnly(soup);
            recorder.assertCount(1);
            Ingredient leek = soup.ingredients.get(0);
            assertThat(leek.steps).isEmpty();
            assertThat(leek.food.get().uses).containsExactly(leek);
            SessionInvariants.check(session);
        }
    }

    @DatabaseTest
    void itsOwnColumnsAreUpdatedByItsKey() {
        try (Session session = Session.open(engine)) {
            Recipe soup = soup(session);
            Ingredient leek = soup.ingredients.get(0);
            Integer food = leek.food.get().id;
            leek.steps.add(new Step("cut"));
            leek.amount = new BigDecimal("3.00");
            check(
                    session,
                    "UPDATE ingredients(amount) [Ingredient#CompositeKey[parts=[1, " + food + "]]]",
                    "INSERT steps(text, for_recipe, for_food) RETURNING(id) [Step#new]");
        }
    }

    @DatabaseTest
    void itIsDeletedWhenItLeavesAndWithItsOwner() {
        try (Session session = Session.open(engine)) {
            Recipe soup = soup(session);
            Ingredient leek = soup.ingredients.remove(0);
            session.flush();
            assertThat(session.state(leek)).isEqualTo(State.DELETED);
            assertThat(session.query(FOOD).count()).isEqualTo(2);
            SessionInvariants.check(session);
            session.delete(soup);
            session.commit();
            assertThat(session.query(INGREDIENT).count()).isZero();
        }
    }

    @DatabaseTest
    void aReferenceInItsKeyDoesNotChange() {
        try (Session session = Session.open(engine)) {
            Recipe soup = soup(session);
            Recipe stew = new Recipe("stew");
            session.add(stew);
            session.flush();
            Ingredient leek = soup.ingredients.get(0);
            leek.recipe = Ref.of(stew);
            assertThatThrownBy(session::flush)
                    .hasMessageContaining("[ALK-2205]")
                    .hasMessageContaining("recipe_id");
            leek.recipe = Ref.of(soup);
            Food food = leek.food.get();
            food.uses.remove(leek);
            assertThatThrownBy(session::flush)
                    .hasMessageContaining("[ALK-2205]")
                    .hasMessageContaining("food_id");
            leek.food = Ref.of(food);
            session.flush();
            SessionInvariants.check(session);
        }
    }

    @DatabaseTest
    void withoutATargetItIsRefusedBeforeItIsSent(StatementRecorder recorder) {
        try (Session session = Session.open(engine)) {
            Recipe soup = new Recipe("soup");
            soup.ingredients.add(new Ingredient(soup, null, BigDecimal.ONE));
            session.add(soup);
            assertThatThrownBy(session::flush).hasMessageContaining("[ALK-2204]");
            session.rollback();
            assertThat(session.state(soup)).isEqualTo(State.TRANSIENT);
        }
    }

    @DatabaseTest
    void aRollbackOfItsInsertMakesItNewAgain() {
        try (Session session = Session.open(engine)) {
            Recipe soup = new Recipe("soup");
            soup.ingredients.add(new Ingredient(soup, new Food("leek"), BigDecimal.ONE));
            session.add(soup);
            session.flush();
            session.rollback();
            session.add(soup);
            session.commit();
            assertThat(session.query(INGREDIENT).count()).isEqualTo(1);
            SessionInvariants.check(session);
        }
    }

    @DatabaseTest
    void aViewGoesThroughIt() {
        try (Session session = Session.open(engine)) {
            Recipe soup = soup(session);
            Collection<Food> foods = soup.foods();
            assertThat(foods).extracting(f -> f.name).containsExactly("leek", "salt");
            Food leek = foods.iterator().next();
            Food rice = new Food("rice");
            assertThat(foods.add(rice)).isTrue();
            assertThat(foods).hasSize(3).contains(rice);
            assertThat(foods.remove(leek)).isTrue();
            assertThat(foods.remove(leek)).isFalse();
            session.flush();
            assertThat(session.execute(Sql.select(FOOD.name)
                                    .from(RECIPE)
                                    .join(RECIPE.ingredients.through(INGREDIENT.food))
                                    .orderBy(FOOD.name))
                            .all())
                    .containsExactly("rice", "salt");
            SessionInvariants.check(session);
            foods.clear();
            session.flush();
            assertThat(session.query(INGREDIENT).count()).isZero();
            assertThat(foods).isEmpty();
        }
    }

    @DatabaseTest
    void aViewThatCannotMakeTheObjectInBetweenRefusesToAdd() {
        Recipe soup = new Recipe("soup");
        soup.ingredients.add(new Ingredient(soup, new Food("leek"), BigDecimal.TEN));
        Collection<BigDecimal> amounts = AssociationView.of(soup.ingredients, i -> i.amount);
        assertThat(amounts).containsExactly(BigDecimal.TEN);
        assertThatThrownBy(() -> amounts.add(BigDecimal.ONE)).hasMessageContaining("Cannot add 1 to a view");
    }

    @DatabaseTest
    void criteriaGoThroughIt(StatementRecorder recorder) {
        try (Session session = Session.open(engine)) {
            Recipe soup = soup(session);
            Recipe bread = new Recipe("bread");
            bread.foods().add(new Food("flour"));
            session.addAll(List.of(bread, new Recipe("nothing")));
            session.flush();
            Food leek = soup.foods().iterator().next();
            assertThat(session.query(RECIPE)
                            .where(RECIPE.ingredients.through(INGREDIENT.food).any(FOOD.name.eq("flour")))
                            .all())
                    .containsExactly(bread);
            assertThat(session.query(RECIPE)
                            .where(RECIPE.ingredients
                                    .through(INGREDIENT.food)
                                    .any(FOOD.name.eq("salt").and(INGREDIENT.amount.lt(new BigDecimal("1.00")))))
                            .all())
                    .containsExactly(soup);
            recorder.clear();
            assertThat(session.query(RECIPE)
                            .where(RECIPE.ingredients.through(INGREDIENT.food).contains(leek))
                            .all())
                    .containsExactly(soup);
            assertThat(recorder.queries().get(0).sql()).doesNotContain("foods");
            assertThat(session.query(RECIPE)
                            .where(RECIPE.ingredients.through(INGREDIENT.food).isEmpty())
                            .all())
                    .extracting(r -> r.name)
                    .containsExactly("nothing");
            assertThatThrownBy(() -> RECIPE.ingredients.through(INGREDIENT.as("i").food))
                    .hasMessageContaining("[ALK-2044]");
        }
    }
}
