package org.alkahest.planted.databasename.dialect.somebase;

final class OwnName {
    String name() {
        return "mariadb";
    }
}
