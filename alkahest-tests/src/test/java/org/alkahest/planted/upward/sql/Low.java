package org.alkahest.planted.upward.sql;

import org.alkahest.planted.upward.engine.High;

final class Low {
    High high() {
        return new High();
    }
}
