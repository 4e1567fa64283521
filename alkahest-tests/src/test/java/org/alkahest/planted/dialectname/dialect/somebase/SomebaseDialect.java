package org.alkahest.planted.dialectname.dialect.somebase;

public final class SomebaseDialect {}
