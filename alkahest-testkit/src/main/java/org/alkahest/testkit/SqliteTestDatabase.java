package org.alkahest.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** SQLite in this process: in memory, seen by one connection alone, or in a file, seen by all. */
final class SqliteTestDatabase implements TestDatabase {
    private final boolean inFile;

    SqliteTestDatabase(boolean inFile) {
        this.inFile = inFile;
    }

    @Override
    public String name() {
        return inFile ? "sqlite-file" : "sqlite-memory";
    }

    @Override
    public String dialect() {
        return "sqlite";
    }

    @Override
    public Optional<String> unavailable() {
        return TestSetting.of(this).refusal();
    }

    @Override
    public boolean isShared() {
        return inFile;
    }

    @Override
    public ScratchDatabase open() {
        if (!inFile) {
            return new ScratchDatabase("jdbc:sqlite::memory:", () -> {});
        }
        try {
            Path folder = Files.createTempDirectory(ScratchNames.next());
            Path file = folder.resolve("test.db");
            return new ScratchDatabase("jdbc:sqlite:" + file, () -> delete(folder, file));
        } catch (IOException e) {
            throw new TestDatabaseException(name(), "its folder cannot be made: " + e.getMessage(), e);
        }
    }

    private void delete(Path folder, Path file) {
        try {
            for (String suffix : new String[] {"", "-wal", "-shm", "-journal"}) {
                Files.deleteIfExists(Path.of(file + suffix));
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new TestDatabaseException(name(), "its files cannot be removed: " + e.getMessage(), e);
        }
    }
}
