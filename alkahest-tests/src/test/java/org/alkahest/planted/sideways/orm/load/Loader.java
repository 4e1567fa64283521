package org.alkahest.planted.sideways.orm.load;

import org.alkahest.planted.sideways.orm.unitofwork.Planner;

final class Loader {
    void load(Planner planner) {}
}
