package org.alkahest.planted.openclass.type;

public class Open {}
