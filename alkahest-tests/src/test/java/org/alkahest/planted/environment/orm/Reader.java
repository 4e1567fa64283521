package org.alkahest.planted.environment.orm;

final class Reader {
    String home() {
        return System.getenv("HOME");
    }
}
