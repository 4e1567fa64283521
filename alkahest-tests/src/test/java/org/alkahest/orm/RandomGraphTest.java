package org.alkahest.orm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.alkahest.engine.Engine;
import org.alkahest.orm.domain.Category;
import org.alkahest.orm.domain.Library;
import org.alkahest.orm.domain.Player;
import org.alkahest.orm.domain.Team;
import org.alkahest.orm.mapping.Ref;
import org.alkahest.testkit.DatabaseTest;

/** Random references within a table and between two that refer to each other: any order of adding and deleting works. */
final class RandomGraphTest {
    @DatabaseTest
    void circlesAreInsertedChangedAndDeleted(Engine engine) {
        Library.create(engine);
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            try (Session session = Session.open(engine)) {
                List<Object> all = new ArrayList<>();
                List<Player> players = new ArrayList<>();
                List<Team> teams = new ArrayList<>();
                for (int i = 0; i < 1 + random.nextInt(4); i++) {
                    teams.add(new Team("t" + i));
                }
                for (int i = 0; i < 1 + random.nextInt(12); i++) {
                    players.add(new Player(teams.get(random.nextInt(teams.size())), "p" + i));
                }
                all.addAll(teams);
                all.addAll(players);
                for (int round = 0; round < 3; round++) {
                    for (Player player : players) {
                        player.rival = Ref.of(random.nextInt(3) == 0 ? null : any(players, random));
                        player.team = Ref.of(any(teams, random));
                    }
                    teams.forEach(t -> t.captain = Ref.of(random.nextInt(3) == 0 ? null : any(players, random)));
                    Collections.shuffle(all, random);
                    if (round == 0) {
                        session.addAll(all);
                    }
                    session.flush();
                    SessionInvariants.check(session);
                }
                Collections.shuffle(all, random);
                all.forEach(session::delete);
                session.commit();
                assertThat(session.context().identities().size()).isZero();
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("Seed " + seed, e);
            }
        }
    }

    @DatabaseTest
    void treesAreInsertedMovedAndDeleted(Engine engine) {
        Library.create(engine);
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            try (Session session = Session.open(engine)) {
                Category root = new Category("root");
                List<Category> all = new ArrayList<>(List.of(root));
                for (int i = 0; i < 30; i++) {
                    Category child = new Category("c" + i);
                    if (random.nextBoolean()) {
                        any(all, random).children.add(child);
                    } else {
                        child.parent = Ref.of(any(all, random));
                    }
                    all.add(child);
                }
                List<Category> shuffled = new ArrayList<>(all);
                Collections.shuffle(shuffled, random);
                session.addAll(shuffled);
                session.flush();
                SessionInvariants.check(session);
                for (int i = 2; i < all.size(); i++) {
                    Category parent = all.get(random.nextInt(i));
                    if (random.nextBoolean()) {
                        parent.children.add(all.get(i));
                    } else {
                        all.get(i).parent = Ref.of(parent);
                    }
                }
                session.flush();
                SessionInvariants.check(session);
                session.delete(root);
                session.commit();
                assertThat(session.context().identities().size()).isZero();
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("Seed " + seed, e);
            }
        }
    }

    private static <T> T any(List<T> objects, Random random) {
        return objects.get(random.nextInt(objects.size()));
    }
}
