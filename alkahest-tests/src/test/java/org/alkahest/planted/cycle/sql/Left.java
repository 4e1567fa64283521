package org.alkahest.planted.cycle.sql;

import org.alkahest.planted.cycle.schema.Right;

public final class Left {
    public Right right() {
        return new Right();
    }
}
