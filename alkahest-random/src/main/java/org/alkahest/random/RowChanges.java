package org.alkahest.random;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.alkahest.schema.Column;
import org.alkahest.sql.Delete;
import org.alkahest.sql.DmlStatement;
import org.alkahest.sql.Expression;
import org.alkahest.sql.QueryExpression;
import org.alkahest.sql.Row;
import org.alkahest.sql.Sql;
import org.alkahest.sql.Update;

/** INSERT … SELECT, UPDATE and DELETE, also with other tables. No row is changed twice, so that it is told what becomes of it. */
final class RowChanges {
    private final Generation make;

    RowChanges(Generation make) {
        this.make = make;
    }

    DmlStatement change() {
        int budget = 1 + make.choices.below(2);
        return switch (make.choices.below(6)) {
            case 0 -> insertTags(budget);
            case 1 -> insertGaps(budget);
            case 2 -> updatePeople(budget);
            case 3 -> updateOrders(budget);
            case 4 -> deleteTags(budget);
            default -> deleteOrders(budget);
        };
    }

    private DmlStatement insertTags(int budget) {
        QueryExpression<Row> words = make.queries
                .query(List.of(Kind.INTEGER, Kind.TEXT), Scope.NOTHING, budget)
                .query();
        var table = words.asTable(make.name("d"));
        return Sql.insert(Fixture.TAGS)
                .from(
                        Sql.select(
                                table.column("c0", Kind.INTEGER.type()),
                                Sql.left(table.column("c1", Kind.TEXT.type()), 20)),
                        Fixture.TAGS.personId,
                        Fixture.TAGS.word);
    }

    private DmlStatement insertGaps(int budget) {
        Source from = make.sources.source(budget);
        Scope scope = new Scope(from.columns(), List.of(), true);
        return Sql.insert(Fixture.GAPS)
                .from(
                        Sql.select(
                                        make.terms
                                                .of(Kind.INTEGER, scope, budget)
                                                .expression(),
                                        amount(scope),
                                        make.terms
                                                .of(Kind.BOOLEAN, scope, budget)
                                                .expression())
                                .from(from.item()),
                        Fixture.GAPS.number,
                        Fixture.GAPS.amount,
                        Fixture.GAPS.flag);
    }

    /** With two digits after the point, as the column has: SQLite keeps more. */
    private Expression<BigDecimal> amount(Scope scope) {
        List<Term<?>> exact = new ArrayList<>();
        scope.near().stream()
                .filter(term -> term.kind().equals(Kind.DECIMAL) && term.expression() instanceof Column<?>)
                .forEach(exact::add);
        return make.terms.leaf(Kind.DECIMAL, scope.with(exact)).expression();
    }

    private DmlStatement updatePeople(int budget) {
        Fixture.People people = Fixture.PEOPLE;
        // Without queries in SET: on SQLite they see rows of the table that were changed before.
        Scope condition = new Scope(people.source().columns(), List.of(), true);
        Scope scope = condition.withoutQueries();
        Update update = Sql.update(people);
        update = switch (make.choices.below(5)) {
            case 0 ->
                update.setTo(
                        people.age, make.terms.of(Kind.INTEGER, scope, budget).expression());
            case 1 ->
                update.setTo(
                        people.name,
                        Sql.left(make.terms.of(Kind.TEXT, scope, budget).expression(), 20));
            case 2 ->
                update.setTo(
                        people.active,
                        make.terms.of(Kind.BOOLEAN, scope, budget).expression());
            case 3 ->
                update.setTo(
                        people.born, make.terms.of(Kind.DATE, scope, budget).expression());
            default ->
                update.setTo(people.rating, amount(scope))
                        // Not a column that was set before: MySQL would see its new value.
                        .set(people.bossId, make.values.value(Kind.INTEGER));
        };
        return make.choices.oneIn(4) ? update : update.where(make.tests.test(condition, budget));
    }

    /** From the person of each order, of which there is one at most. */
    private DmlStatement updateOrders(int budget) {
        Fixture.Orders orders = Fixture.ORDERS;
        Fixture.People people = Fixture.PEOPLE.as(make.name("p"));
        List<Term<?>> both = new ArrayList<>(orders.source().columns());
        both.addAll(people.source().columns());
        Scope scope = new Scope(both, List.of(), true);
        Update update = Sql.update(orders).from(people).where(people.id.eq(orders.personId));
        if (make.choices.oneIn(2)) {
            update = update.where(make.tests.test(scope, budget));
        }
        scope = scope.withoutQueries();
        return switch (make.choices.below(3)) {
            case 0 ->
                update.setTo(
                        orders.item,
                        Sql.left(make.terms.of(Kind.TEXT, scope, budget).expression(), 20));
            case 1 ->
                update.setTo(
                        orders.quantity,
                        make.terms.present(Kind.INTEGER, scope, budget).expression());
            default ->
                update.setTo(
                        orders.placed, make.terms.of(Kind.DATE, scope, budget).expression());
        };
    }

    private DmlStatement deleteTags(int budget) {
        Scope scope = new Scope(Fixture.TAGS.source().columns(), List.of(), true);
        return Sql.delete(Fixture.TAGS).where(make.tests.test(scope, budget));
    }

    private DmlStatement deleteOrders(int budget) {
        Fixture.Orders orders = Fixture.ORDERS;
        List<Term<?>> columns = new ArrayList<>(orders.source().columns());
        Delete delete = Sql.delete(orders);
        if (make.choices.oneIn(2)) {
            Fixture.People people = Fixture.PEOPLE.as(make.name("p"));
            columns.addAll(people.source().columns());
            delete = delete.using(people).where(people.id.eq(orders.personId));
        }
        return delete.where(make.tests.test(new Scope(columns, List.of(), true), budget));
    }
}
