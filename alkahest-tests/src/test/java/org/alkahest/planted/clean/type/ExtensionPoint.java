package org.alkahest.planted.clean.type;

public @interface ExtensionPoint {
    String value();
}
