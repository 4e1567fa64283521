package org.alkahest.testkit;

import java.util.Optional;

/** DuckDB in this process: in memory, seen by one connection alone, or in a file, seen by all. */
final class DuckdbTestDatabase implements TestDatabase {
    private final boolean inFile;

    DuckdbTestDatabase(boolean inFile) {
        this.inFile = inFile;
    }

    @Override
    public String name() {
        return inFile ? "duckdb-file" : "duckdb-memory";
    }

    @Override
    public String dialect() {
        return "duckdb";
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
            return new ScratchDatabase("jdbc:duckdb::memory:", () -> {});
        }
        ScratchFolder folder = ScratchFolder.create(name());
        return new ScratchDatabase("jdbc:duckdb:" + folder.file("test.db"), folder::delete);
    }
}
