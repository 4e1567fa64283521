package org.alkahest.planted.cycle.schema;

import org.alkahest.planted.cycle.sql.Left;

public final class Right {
    public Left left() {
        return new Left();
    }
}
