package org.alkahest.planted.synchronization.orm;

final class Guarded {
    private final Object lock = new Object();

    synchronized void method() {}

    int block() {
        synchronized (lock) {
            return 1;
        }
    }
}
