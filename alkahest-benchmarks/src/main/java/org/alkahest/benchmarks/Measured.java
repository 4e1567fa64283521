package org.alkahest.benchmarks;

/** A mean with its error: the half width of the interval that holds the true mean with 99.9 % confidence. */
record Measured(double mean, double error) {
    /** This as a multiple of another measurement; their errors are taken for independent. */
    Measured dividedBy(Measured other) {
        double ratio = mean / other.mean;
        return new Measured(ratio, ratio * Math.hypot(error / mean, other.error / other.mean));
    }
}
