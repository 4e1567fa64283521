package org.alkahest.planted.unmarked.sql;

final class Unmarked {}
