package org.alkahest.dialect;

/** A database's version. */
public record DatabaseVersion(String product, int major, int minor) implements Comparable<DatabaseVersion> {
    /** Whether this version is at least another. */
    public boolean isAtLeast(int otherMajor, int otherMinor) {
        return major > otherMajor || (major == otherMajor && minor >= otherMinor);
    }

    @Override
    public int compareTo(DatabaseVersion other) {
        return major != other.major ? Integer.compare(major, other.major) : Integer.compare(minor, other.minor);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
