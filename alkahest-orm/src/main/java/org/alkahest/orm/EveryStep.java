package org.alkahest.orm;

import org.jspecify.annotations.Nullable;

/** Steps that must all be done, whichever of them fail: the first error is thrown at the end, with the later ones on it. */
final class EveryStep {
    private @Nullable Throwable first;

    /** What follows an error, which is then the first. */
    static EveryStep after(Throwable error) {
        EveryStep steps = new EveryStep();
        steps.first = error;
        return steps;
    }

    EveryStep run(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | Error e) {
            Throwable earlier = first;
            if (earlier == null) {
                first = e;
            } else if (!earlier.equals(e)) {
                earlier.addSuppressed(e);
            }
        }
        return this;
    }

    /** Throws the first error, if there was one. */
    void end() {
        switch (first) {
            case null -> {}
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> throw new IllegalStateException("Steps throw nothing checked", first);
        }
    }
}
