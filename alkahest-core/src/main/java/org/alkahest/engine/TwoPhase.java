package org.alkahest.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.alkahest.compile.Feature;
import org.alkahest.compile.UnsupportedFeatureException;
import org.alkahest.dialect.TwoPhaseCommands;
import org.alkahest.type.AlkahestArgumentException;

/** The commands of two-phase transactions on one connection. One thread at a time. */
final class TwoPhase {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.:-]{1,64}");

    private final Link link;
    private final TwoPhaseCommands commands;
    private final String name;
    private boolean prepared;

    TwoPhase(Link link, String name) {
        this.link = link;
        this.commands = commands(link);
        this.name = requireName(name);
    }

    private static TwoPhaseCommands commands(Link link) {
        return link.dialect()
                .twoPhase()
                .orElseThrow(() -> new UnsupportedFeatureException(
                        Feature.TWO_PHASE, link.dialect().traits()));
    }

    private static String requireName(String name) {
        if (!NAME.matcher(Objects.requireNonNull(name, "name is null")).matches()) {
            throw new AlkahestArgumentException(
                    "ALK-1331",
                    "Cannot name a two-phase transaction '" + name
                            + "': databases differ in what they take. Give 1 to 64 letters, digits or . : _ - of"
                            + " ASCII.");
        }
        return name;
    }

    boolean isPrepared() {
        return prepared;
    }

    void begin() throws SQLException {
        send(commands.begin());
    }

    void prepare() throws SQLException {
        send(commands.prepare());
        prepared = true;
    }

    void commit() throws SQLException {
        end(commands.commitPrepared(), commands.commit());
        if (!prepared && commands.commit().isEmpty()) {
            link.jdbc().commit();
        }
    }

    void rollback() throws SQLException {
        end(commands.rollbackPrepared(), commands.rollback());
        if (!prepared && commands.rollback().isEmpty()) {
            link.jdbc().rollback();
        }
    }

    private void end(String whenPrepared, List<String> otherwise) throws SQLException {
        if (prepared && commands.separate()) {
            link.jdbc().setAutoCommit(true);
        }
        send(prepared ? List.of(whenPrepared) : otherwise);
    }

    /** Ends a prepared transaction of whichever connection. */
    static void end(Link link, String name, boolean commit) throws SQLException {
        TwoPhase other = new TwoPhase(link, name);
        link.jdbc().setAutoCommit(true);
        other.send(List.of(commit ? other.commands.commitPrepared() : other.commands.rollbackPrepared()));
    }

    /** The names of the transactions that are prepared. */
    static List<String> recover(Link link) throws SQLException {
        TwoPhaseCommands commands = commands(link);
        link.jdbc().setAutoCommit(true);
        List<String> names = new ArrayList<>();
        try (Statement statement = link.jdbc().createStatement();
                ResultSet rows = statement.executeQuery(commands.recover())) {
            while (rows.next()) {
                names.add(rows.getString(commands.nameColumn()));
            }
        }
        return names;
    }

    private void send(List<String> texts) throws SQLException {
        try (Statement statement = link.jdbc().createStatement()) {
            for (String text : texts) {
                statement.execute(text.replace("%s", "'" + name + "'"));
            }
        }
    }
}
