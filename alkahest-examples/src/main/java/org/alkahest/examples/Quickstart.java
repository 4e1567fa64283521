package org.alkahest.examples;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import org.alkahest.engine.Engine;
import org.alkahest.engine.EngineOptions;
import org.alkahest.examples.tutorial.Tutorial;
import org.alkahest.examples.university.University;
import org.alkahest.type.AlkahestException;

/** The tutorial from beginning to end. */
public final class Quickstart {
    private final Place place;
    private final PrintStream out;
    private final Story story;

    Quickstart(Place place, PrintStream out) {
        this.place = place;
        this.out = out;
        this.story = new Story(out);
    }

    /**
     * Runs the tutorial.
     *
     * @param arguments the folder for SQLite files; if it shall run on PostgreSQL instead, the system property
     *     {@code quickstart.url} names the database
     */
    public static void main(String[] arguments) throws IOException {
        String url = System.getProperty("quickstart.url", "");
        Place place = url.isEmpty() ? new Place.Folder(Path.of(arguments[0])) : new Place.Server(url);
        try {
            new Quickstart(place, System.out).run();
        } catch (AlkahestException e) {
            System.out.println(e.getMessage());
            System.exit(1);
        }
    }

    void run() throws IOException {
        story.part("A university in four tables");
        try (Engine engine = engine("tutorial")) {
            new Tutorial(engine, story).run();
        }
        try (Engine engine = engine("no_tables")) {
            Tutorial.noTables(engine, story);
        }
        story.part("The same university, with relationships");
        try (Engine engine = engine("university")) {
            new University(engine, story).run();
        }
        out.println();
        out.println("Look at what was stored: " + place.description());
    }

    private Engine engine(String name) throws IOException {
        return Engine.create(
                place.empty(name),
                EngineOptions.defaults()
                        .withEcho(EngineOptions.Echo.SQL_AND_PARAMETERS)
                        .withListener(story));
    }
}
