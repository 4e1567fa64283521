package org.alkahest.planted.clean.sql;

import java.util.Locale;
import org.alkahest.planted.clean.type.AlkahestException;
import org.alkahest.planted.clean.type.ExtensionPoint;

public sealed interface Statement {
    record Query(String text) implements Statement {
        public Query {
            text = text.toUpperCase(Locale.ROOT);
        }
    }

    enum Kind {
        READ,
        WRITE {
            @Override
            boolean changes() {
                return true;
            }
        };

        boolean changes() {
            return false;
        }
    }

    @ExtensionPoint("a reason")
    class Door {}

    final class RefusedException extends AlkahestException {
        private static final long serialVersionUID = 1L;
    }
}
