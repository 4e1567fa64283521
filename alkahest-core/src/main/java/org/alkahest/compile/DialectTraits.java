package org.alkahest.compile;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.alkahest.compile.Styles.BooleanStyle;
import org.alkahest.compile.Styles.CommentStyle;
import org.alkahest.compile.Styles.DeleteUsingStyle;
import org.alkahest.compile.Styles.DistinctFromStyle;
import org.alkahest.compile.Styles.EnumStyle;
import org.alkahest.compile.Styles.GeneratedKeys;
import org.alkahest.compile.Styles.IdentifierCase;
import org.alkahest.compile.Styles.IdentityStyle;
import org.alkahest.compile.Styles.IlikeStyle;
import org.alkahest.compile.Styles.InsertWithStyle;
import org.alkahest.compile.Styles.LateralStyle;
import org.alkahest.compile.Styles.LimitStyle;
import org.alkahest.compile.Styles.LockingStyle;
import org.alkahest.compile.Styles.MergeStyle;
import org.alkahest.compile.Styles.NullsOrderStyle;
import org.alkahest.compile.Styles.PredicateStyle;
import org.alkahest.compile.Styles.ReturningStyle;
import org.alkahest.compile.Styles.RollupStyle;
import org.alkahest.compile.Styles.RowMatch;
import org.alkahest.compile.Styles.TextEquality;
import org.alkahest.compile.Styles.TextMatchStyle;
import org.alkahest.compile.Styles.UpdateFromStyle;
import org.alkahest.compile.Styles.UpsertStyle;
import org.alkahest.compile.Styles.ValuesStyle;
import org.alkahest.schema.Column;
import org.alkahest.schema.DdlFeatures;
import org.alkahest.type.NamedType;
import org.alkahest.type.SqlType;
import org.alkahest.type.Vendor;
import org.alkahest.type.VendorType;

/**
 * What a dialect is, as data: the features that it has, styles as enums, limits as numbers. Read it beside the vendor's
 * manual. Built per database version by the dialect's factory; nowhere else is a version tested. Immutable.
 */
public final class DialectTraits {
    private final Builder built;
    private final Set<Feature> features;

    private DialectTraits(Builder builder) {
        this.built = builder;
        this.features = EnumSet.copyOf(builder.features);
    }

    /**
     * Traits with the standard's styles, no limits, and of the features only those that all but a few databases have: a
     * dialect says what differs.
     */
    public static Builder builder(String dialect, String version) {
        return new Builder(dialect, version);
    }

    public String dialect() {
        return built.dialect;
    }

    public String version() {
        return built.version;
    }

    public boolean has(Feature feature) {
        return features.contains(feature);
    }

    /** Errors with {@link UnsupportedFeatureException} if the database at this version lacks the feature. */
    public void require(Feature feature) {
        if (!features.contains(feature)) {
            throw new UnsupportedFeatureException(feature, this);
        }
    }

    /**
     * Errors with {@link UnsupportedFeatureException} unless this is one of a vendor's databases, at a version that has
     * the construct.
     *
     * @param construct in the words of SQL
     */
    public void require(Vendor vendor, String construct) {
        if (!vendor.dialects().contains(built.dialect) || majorVersion() < vendor.since()) {
            throw new UnsupportedFeatureException(
                    construct,
                    this,
                    "It belongs to " + vendor + ": use it there alone, or say it in terms that all databases share.");
        }
    }

    /** The same for a type, which only some databases may have. */
    public void require(SqlType<?> type) {
        VendorType vendor = type.vendor();
        SqlType<?> element = type.element();
        if (vendor != null) {
            require(vendor.vendor(), "type " + vendor.name());
        } else if (element != null) {
            require(Feature.ARRAYS);
            require(element);
        }
    }

    private int majorVersion() {
        int end = 0;
        while (end < built.version.length() && Character.isDigit(built.version.charAt(end))) {
            end++;
        }
        return end == 0 ? 0 : Integer.parseInt(built.version.substring(0, end));
    }

    public char identifierQuote() {
        return built.identifierQuote;
    }

    /** The greatest length of an identifier; see {@link IdentifierRules} for its unit. */
    public int maxIdentifierLength() {
        return built.maxIdentifierLength;
    }

    /** The greatest number of bind parameters in one statement. */
    public int maxParameters() {
        return built.maxParameters;
    }

    /** The greatest number of values in one IN list; longer lists are split into several, joined by OR. */
    public int maxInValues() {
        return built.maxInValues;
    }

    /** Whether a failed statement undoes its whole transaction, which can only be rolled back. */
    public boolean errorsAbortTransactions() {
        return built.errorsAbortTransactions;
    }

    public IdentifierCase identifierCase() {
        return built.identifierCase;
    }

    public LimitStyle limit() {
        return built.limit;
    }

    public ReturningStyle returning() {
        return built.returning;
    }

    public GeneratedKeys generatedKeys() {
        return built.generatedKeys;
    }

    public RowMatch rowMatch() {
        return built.rowMatch;
    }

    public IdentityStyle identity() {
        return built.identity;
    }

    public BooleanStyle booleans() {
        return built.booleans;
    }

    public PredicateStyle predicates() {
        return built.predicates;
    }

    public LockingStyle locking() {
        return built.locking;
    }

    public DistinctFromStyle distinctFrom() {
        return built.distinctFrom;
    }

    public TextMatchStyle textMatch() {
        return built.textMatch;
    }

    public IlikeStyle ilike() {
        return built.ilike;
    }

    public NullsOrderStyle nullsOrder() {
        return built.nullsOrder;
    }

    public LateralStyle lateral() {
        return built.lateral;
    }

    public ValuesStyle values() {
        return built.values;
    }

    public RollupStyle rollup() {
        return built.rollup;
    }

    public UpdateFromStyle updateFrom() {
        return built.updateFrom;
    }

    public DeleteUsingStyle deleteUsing() {
        return built.deleteUsing;
    }

    public UpsertStyle upsert() {
        return built.upsert;
    }

    public MergeStyle merge() {
        return built.merge;
    }

    public InsertWithStyle insertWith() {
        return built.insertWith;
    }

    public CommentStyle comments() {
        return built.comments;
    }

    public EnumStyle enums() {
        return built.enums;
    }

    public TextEquality textEquality() {
        return built.textEquality;
    }

    /** What a plan of DDL elements has to know. */
    DdlFeatures ddlFeatures(Function<Column<?>, List<NamedType>> namedTypes) {
        return new DdlFeatures(
                has(Feature.ALTER_ADD_CONSTRAINT),
                comments() == CommentStyle.STATEMENT,
                identity() == IdentityStyle.SEQUENCE_DEFAULT,
                namedTypes);
    }

    /** Collects traits; not thread-safe. */
    public static final class Builder {
        private final String dialect;
        private final String version;
        private final Set<Feature> features = EnumSet.of(
                Feature.COLUMN_COLLATION,
                Feature.FOREIGN_KEY_ACTIONS,
                Feature.FOREIGN_KEY_CIRCLES,
                Feature.TRANSACTIONAL_FOREIGN_KEYS);
        private char identifierQuote = '"';
        private int maxIdentifierLength = 128;
        private int maxParameters = Integer.MAX_VALUE;
        private int maxInValues = Integer.MAX_VALUE;
        private boolean errorsAbortTransactions;
        private IdentifierCase identifierCase = IdentifierCase.UPPER;
        private LimitStyle limit = LimitStyle.OFFSET_FETCH;
        private ReturningStyle returning = ReturningStyle.NONE;
        private GeneratedKeys generatedKeys = GeneratedKeys.SINGLE_ROW;
        private RowMatch rowMatch = RowMatch.NONE;
        private IdentityStyle identity = IdentityStyle.STANDARD;
        private BooleanStyle booleans = BooleanStyle.TRUE_FALSE;
        private PredicateStyle predicates = PredicateStyle.VALUES;
        private LockingStyle locking = LockingStyle.CLAUSE;
        private DistinctFromStyle distinctFrom = DistinctFromStyle.STANDARD;
        private TextMatchStyle textMatch = TextMatchStyle.CONTAINS;
        private IlikeStyle ilike = IlikeStyle.LOWER;
        private NullsOrderStyle nullsOrder = NullsOrderStyle.NATIVE;
        private LateralStyle lateral = LateralStyle.LATERAL;
        private ValuesStyle values = ValuesStyle.VALUES;
        private RollupStyle rollup = RollupStyle.FUNCTION;
        private UpdateFromStyle updateFrom = UpdateFromStyle.FROM;
        private DeleteUsingStyle deleteUsing = DeleteUsingStyle.USING;
        private UpsertStyle upsert = UpsertStyle.MERGE;
        private MergeStyle merge = MergeStyle.AND;
        private InsertWithStyle insertWith = InsertWithStyle.BEFORE_INSERT;
        private CommentStyle comments = CommentStyle.STATEMENT;
        private EnumStyle enums = EnumStyle.CHECKED;
        private TextEquality textEquality = TextEquality.EXACT;

        private Builder(String dialect, String version) {
            this.dialect = dialect;
            this.version = version;
        }

        /** Adds features that the database has. */
        public Builder features(Feature first, Feature... more) {
            features.addAll(EnumSet.of(first, more));
            return this;
        }

        /** Adds features that the database has from some version on. */
        public Builder featuresIf(boolean condition, Feature first, Feature... more) {
            return condition ? features(first, more) : this;
        }

        /** Takes away features that nearly all databases have, and this one has not. */
        public Builder without(Feature first, Feature... more) {
            features.removeAll(EnumSet.of(first, more));
            return this;
        }

        public Builder identifierQuote(char quote) {
            identifierQuote = quote;
            return this;
        }

        public Builder maxIdentifierLength(int length) {
            maxIdentifierLength = length;
            return this;
        }

        public Builder maxParameters(int number) {
            maxParameters = number;
            return this;
        }

        public Builder maxInValues(int number) {
            maxInValues = number;
            return this;
        }

        public Builder errorsAbortTransactions() {
            errorsAbortTransactions = true;
            return this;
        }

        public Builder identifierCase(IdentifierCase style) {
            identifierCase = style;
            return this;
        }

        public Builder limit(LimitStyle style) {
            limit = style;
            return this;
        }

        public Builder returning(ReturningStyle style) {
            returning = style;
            return this;
        }

        public Builder generatedKeys(GeneratedKeys style) {
            generatedKeys = style;
            return this;
        }

        public Builder rowMatch(RowMatch style) {
            rowMatch = style;
            return this;
        }

        public Builder identity(IdentityStyle style) {
            identity = style;
            return this;
        }

        public Builder booleans(BooleanStyle style) {
            booleans = style;
            return this;
        }

        public Builder predicates(PredicateStyle style) {
            predicates = style;
            return this;
        }

        public Builder locking(LockingStyle style) {
            locking = style;
            return this;
        }

        public Builder distinctFrom(DistinctFromStyle style) {
            distinctFrom = style;
            return this;
        }

        public Builder textMatch(TextMatchStyle style) {
            textMatch = style;
            return this;
        }

        public Builder ilike(IlikeStyle style) {
            ilike = style;
            return this;
        }

        public Builder nullsOrder(NullsOrderStyle style) {
            nullsOrder = style;
            return this;
        }

        public Builder lateral(LateralStyle style) {
            lateral = style;
            return this;
        }

        public Builder values(ValuesStyle style) {
            values = style;
            return this;
        }

        public Builder rollup(RollupStyle style) {
            rollup = style;
            return this;
        }

        public Builder updateFrom(UpdateFromStyle style) {
            updateFrom = style;
            return this;
        }

        public Builder deleteUsing(DeleteUsingStyle style) {
            deleteUsing = style;
            return this;
        }

        public Builder upsert(UpsertStyle style) {
            upsert = style;
            return this;
        }

        public Builder merge(MergeStyle style) {
            merge = style;
            return this;
        }

        public Builder insertWith(InsertWithStyle style) {
            insertWith = style;
            return this;
        }

        public Builder textEquality(TextEquality how) {
            textEquality = how;
            return this;
        }

        public Builder comments(CommentStyle style) {
            comments = style;
            return this;
        }

        public Builder enums(EnumStyle style) {
            enums = style;
            return this;
        }

        /** The traits so far; to be called once. */
        public DialectTraits build() {
            return new DialectTraits(this);
        }
    }
}
