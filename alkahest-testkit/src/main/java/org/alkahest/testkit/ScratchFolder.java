package org.alkahest.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A new folder for the files of one scratch database, whatever the database calls them. */
final class ScratchFolder {
    private final String database;
    private final Path folder;

    private ScratchFolder(String database, Path folder) {
        this.database = database;
        this.folder = folder;
    }

    /** @param database the name of the test database, for messages */
    static ScratchFolder create(String database) {
        try {
            return new ScratchFolder(database, Files.createTempDirectory(ScratchNames.next()));
        } catch (IOException e) {
            throw new TestDatabaseException(database, "its folder cannot be made: " + e.getMessage(), e);
        }
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    void delete() {
        try (Stream<Path> content = Files.list(folder)) {
            List<Path> files = content.toList();
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new TestDatabaseException(database, "its files cannot be removed: " + e.getMessage(), e);
        }
    }
}
