package org.alkahest.planted.print.orm;

final class Printer {
    void print() {
        System.out.println();
    }
}
