package org.alkahest.planted.sideways.orm.unitofwork;

public final class Planner {}
