package org.alkahest.dialect.sqlite;

import org.alkahest.compile.DdlCompiler;

/** SQLite's DDL (https://www.sqlite.org/lang_createtable.html). */
final class SqliteDdlCompiler extends DdlCompiler {
    SqliteDdlCompiler() {}
}
