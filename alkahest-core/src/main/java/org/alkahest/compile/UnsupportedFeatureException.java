package org.alkahest.compile;

/** A feature that the database at this version does not have. Names feature, dialect, version and the way out. */
public final class UnsupportedFeatureException extends CompileException {
    private static final long serialVersionUID = 1L;

    private final String feature;

    public UnsupportedFeatureException(Feature feature, DialectTraits traits) {
        this(feature.description(), traits, feature.wayOut());
    }

    /**
     * For what is too special to be a {@link Feature}.
     *
     * @param wayOut a sentence that says what to do instead
     */
    public UnsupportedFeatureException(String feature, DialectTraits traits, String wayOut) {
        super(
                "ALK-1210",
                "Cannot compile the statement for " + traits.dialect() + " " + traits.version() + ": it has no "
                        + feature + ". " + wayOut);
        this.feature = feature;
    }

    /** The missing feature, in the words of the message. */
    public String feature() {
        return feature;
    }
}
