package org.alkahest.planted.dialectname.engine;

import org.alkahest.planted.dialectname.dialect.somebase.SomebaseDialect;

final class Knowing {
    SomebaseDialect dialect() {
        return new SomebaseDialect();
    }
}
