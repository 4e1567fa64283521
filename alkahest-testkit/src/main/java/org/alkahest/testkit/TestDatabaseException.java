package org.alkahest.testkit;

import org.alkahest.type.AlkahestException;
import org.jspecify.annotations.Nullable;

/** A test's database cannot be made or removed. Code ALK-4001. */
public final class TestDatabaseException extends AlkahestException {
    private static final long serialVersionUID = 1L;

    TestDatabaseException(String database, String reason, @Nullable Throwable cause) {
        super(
                "ALK-4001",
                "Cannot provide the test database '" + database + "': " + reason
                        + ". Repair it, or turn it off by the environment variable of its name.",
                cause);
    }
}
