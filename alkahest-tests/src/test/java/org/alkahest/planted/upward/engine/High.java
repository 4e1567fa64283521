package org.alkahest.planted.upward.engine;

public final class High {}
