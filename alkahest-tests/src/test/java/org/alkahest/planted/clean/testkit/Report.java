package org.alkahest.planted.clean.testkit;

final class Report {
    void print() {
        System.out.println(System.getenv("HOME"));
    }
}
