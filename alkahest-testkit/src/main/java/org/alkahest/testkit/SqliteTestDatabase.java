package org.alkahest.testkit;

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
        ScratchFolder folder = ScratchFolder.create(name());
        return new ScratchDatabase("jdbc:sqlite:" + folder.file("test.db"), folder::delete);
    }
}
