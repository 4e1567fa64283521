package org.alkahest.orm;

import static org.alkahest.orm.views.Client_.CLIENT;
import static org.alkahest.orm.views.Depot_.DEPOT;
import static org.alkahest.orm.views.Purchase_.PURCHASE;
import static org.alkahest.orm.views.Shop_.SHOP;
import static org.alkahest.orm.views.Site_.SITE;
import static org.alkahest.orm.views.Town_.TOWN;
import static org.alkahest.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.alkahest.engine.Engine;
import org.alkahest.orm.domain.TestTables;
import org.alkahest.orm.views.Client;
import org.alkahest.orm.views.Shop;
import org.alkahest.orm.views.Site;
import org.alkahest.orm.views.Town;
import org.alkahest.testkit.DatabaseTest;
import org.junit.jupiter.api.BeforeEach;

/** Relationships by a condition, from and to classes of a hierarchy. */
final class InheritedViewsTest {
    private Engine engine;

    @BeforeEach
    void createTables(Engine given) {
        engine = given;
        TestTables.create(engine, List.of(CLIENT, PURCHASE, DEPOT, SITE, SHOP, TOWN));
        try (Session session = Session.open(engine)) {
            session.addAll(
                    List.of(new Client("Ada", "Rome", 1), new Client("Bob", "Rome", 1), new Client("Cyd", "Oslo", 1)));
            session.addAll(List.of(new Town("Rome"), new Town("Oslo"), new Site("Oslo")));
            session.addAll(List.of(new Shop("Rome", 3), new Shop("Rome", 9), new Shop("Oslo", 5)));
            session.commit();
        }
    }

    @DatabaseTest
    void subclassesInheritThem() {
        try (Session session = Session.open(engine)) {
            List<Site> sites = session.query(SITE).orderBy(SITE.id).all();
            assertThat(sites)
                    .extracting(site -> site.near.toString() + site.last)
                    .containsExactlyInAnyOrder("[Cyd][Cyd]", "[Ada, Bob][Bob]", "[Ada, Bob][Bob]", "[Cyd][Cyd]");
            Shop large = session.query(SHOP).where(SHOP.size.eq(9)).one();
            assertThat(large.near).hasToString("[Ada, Bob]");
        }
    }

    @DatabaseTest
    void joinsAndConditionsFollowInheritedOnes() {
        try (Session session = Session.open(engine)) {
            assertThat(session.query(SHOP)
                            .where(SHOP.near.any(CLIENT.name.eq("Ada")))
                            .orderBy(SHOP.size)
                            .all())
                    .hasToString("[shop of 3, shop of 9]");
            assertThat(session.query(SHOP)
                            .where(SHOP.last.any(CLIENT.name.eq("Ada")))
                            .all())
                    .isEmpty();
            assertThat(session.execute(select(SHOP.size, CLIENT.name)
                                    .from(SHOP)
                                    .join(SHOP.near)
                                    .orderBy(SHOP.size, CLIENT.name))
                            .all())
                    .extracting(row -> row.v1() + row.v2())
                    .containsExactly("3Ada", "3Bob", "5Cyd", "9Ada", "9Bob");
            assertThat(session.execute(select(SHOP.size, CLIENT.name)
                                    .from(SHOP)
                                    .join(SHOP.last)
                                    .orderBy(SHOP.size))
                            .all())
                    .extracting(row -> row.v1() + row.v2())
                    .containsExactly("3Bob", "5Cyd", "9Bob");
        }
    }

    @DatabaseTest
    void conditionsUseInheritedColumns() {
        try (Session session = Session.open(engine)) {
            Shop large = session.query(SHOP).where(SHOP.size.eq(9)).one();
            assertThat(large.inTown).hasToString("[Ada, Bob]");
            assertThat(large.first.get()).hasToString("Ada");
            assertThat(session.query(SHOP)
                            .where(SHOP.inTown.any(CLIENT.name.eq("Cyd")))
                            .all())
                    .hasToString("[shop of 5]");
            assertThat(session.query(SHOP)
                            .where(SHOP.first.has(CLIENT.name.eq("Bob")))
                            .all())
                    .isEmpty();
            assertThat(session.execute(select(SHOP.size, CLIENT.name)
                                    .from(SHOP)
                                    .join(SHOP.inTown)
                                    .orderBy(SHOP.size, CLIENT.name))
                            .all())
                    .extracting(row -> row.v1() + row.v2())
                    .containsExactly("3Ada", "3Bob", "5Cyd", "9Ada", "9Bob");
        }
    }

    @DatabaseTest
    void theyLeadToAnyClass() {
        try (Session session = Session.open(engine)) {
            Town oslo = session.get(TOWN, "Oslo").orElseThrow();
            Town rome = session.get(TOWN, "Rome").orElseThrow();
            assertThat(oslo.sites).hasSize(2).hasAtLeastOneElementOfType(Shop.class);
            assertThat(rome.shops).hasToString("[shop of 3, shop of 9]");
            assertThat(rome.largest).hasToString("[shop of 9]");
            assertThat(oslo.largest).hasToString("[shop of 5]");
            assertThat(session.query(TOWN)
                            .where(TOWN.shops.any(SHOP.size.gt(8)))
                            .all())
                    .containsExactly(rome);
            assertThat(session.execute(select(TOWN.name, SHOP.size)
                                    .from(TOWN)
                                    .join(TOWN.largest)
                                    .orderBy(TOWN.name))
                            .all())
                    .extracting(row -> row.v1() + row.v2())
                    .containsExactly("Oslo5", "Rome9");
        }
    }
}
