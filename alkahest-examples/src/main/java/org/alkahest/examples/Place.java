package org.alkahest.examples;

import static org.alkahest.sql.Sql.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.alkahest.engine.Connection;
import org.alkahest.engine.Engine;

/** Where the databases of the tutorial are: files in a folder, or schemas of a server. Each is empty at the beginning. */
interface Place {
    /** The URL of an empty database. */
    String empty(String name) throws IOException;

    /** Where to look afterwards. */
    String description();

    /** SQLite files in a folder. */
    record Folder(Path folder) implements Place {
        @Override
        public String empty(String name) throws IOException {
            Files.createDirectories(folder);
            Path file = folder.resolve(name + ".db");
            Files.deleteIfExists(file);
            return "sqlite:" + file;
        }

        @Override
        public String description() {
            return "the .db files in " + folder;
        }
    }

    /** Schemas of a PostgreSQL database; nothing else in it is touched. */
    record Server(String url) implements Place {
        @Override
        public String empty(String name) {
            String schema = schema(name);
            try (Engine engine = Engine.create(url);
                    Connection connection = engine.connect()) {
                connection.execute(text("DROP SCHEMA IF EXISTS " + schema + " CASCADE"));
                connection.execute(text("CREATE SCHEMA " + schema));
                connection.commit();
            }
            return url + (url.contains("?") ? "&" : "?") + "currentSchema=" + schema;
        }

        @Override
        public String description() {
            return "the schemas " + schema("…") + " of the database";
        }

        private static String schema(String name) {
            return "alkahest_quickstart_" + name;
        }
    }
}
