package org.alkahest.planted.databasename.engine;

/** Speaks of PostgreSQL, which a comment may. */
final class Names {
    // SQLite may be named here, too.
    boolean isOne(String name) {
        return name.equals("MySQL") || name.startsWith("jdbc:h2:") || name.contains("""
            runs on Oracle
            """);
    }

    String other() {
        return "sha256h2o";
    }
}
