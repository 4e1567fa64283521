package org.alkahest.planted.sleep.orm;

final class Sleeper {
    void rest() throws InterruptedException {
        Thread.sleep(1);
    }
}
