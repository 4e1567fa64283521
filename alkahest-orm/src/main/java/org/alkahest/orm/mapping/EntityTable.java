package org.alkahest.orm.mapping;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.alkahest.orm.mapping.ToMany.CollectionKind;
import org.alkahest.orm.mapping.ToMany.Link;
import org.alkahest.schema.Column;
import org.alkahest.schema.ForeignKey;
import org.alkahest.schema.Table;
import org.alkahest.sql.DecodeScope;
import org.alkahest.sql.Expression;
import org.alkahest.sql.FromItem;
import org.alkahest.sql.ImplicitJoin;
import org.alkahest.sql.OrderItem;
import org.alkahest.sql.RowSource;
import org.alkahest.sql.SelectableExtension;
import org.alkahest.type.Decoder;
import org.alkahest.type.ExtensionPoint;
import org.jspecify.annotations.Nullable;

/**
 * The table of an entity, or an alias of it: what a generated companion is. As a Selectable it stands for the whole entity;
 * a bare connection cannot decode that and says so (ALK-2302). Immutable once constructed.
 */
@ExtensionPoint("one companion per entity, generated or written by hand")
public abstract class EntityTable<E> extends Table implements SelectableExtension<E> {
    private final List<Association<E, ?>> associations = new ArrayList<>();
    /** One view for all who ask: a flush asks for every object. */
    private final List<Association<E, ?>> visibleAssociations = Collections.unmodifiableList(associations);

    private final List<KeyColumn<?>> keyColumns = new ArrayList<>();
    private final List<KeyColumn<?>> visibleKeyColumns = Collections.unmodifiableList(keyColumns);
    private final List<ColumnUse> saidUses = new ArrayList<>();
    private final List<LazyColumn> lazyColumns = new ArrayList<>();
    private final List<LazyColumn> visibleLazyColumns = Collections.unmodifiableList(lazyColumns);
    private @Nullable KeyClass<?> keyClass;
    private @Nullable Versioning versioning;

    private final @Nullable EntityTable<?> given;
    private boolean alone;
    private boolean deletedAlong;
    private SubclassLoading subclassLoading = SubclassLoading.JOIN;
    private @Nullable Lineage<E> lineage;
    private @Nullable List<Column<?>> mapped;
    private int @Nullable [] positions;

    // From here on all is made at first use; threads that make them at once make equal ones.
    private @Nullable EntitySelection<E> selection;
    private @Nullable List<ColumnUse> usesByPosition;
    private @Nullable Boolean generatedKey;
    private @Nullable Expression<Boolean> restriction;
    private @Nullable RowSource rowSource;
    private boolean hasRowSource = true;
    private @Nullable List<Table> stored;
    private @Nullable List<TablePart> parts;

    protected EntityTable(@Nullable String schema, String name, @Nullable String alias) {
        this(schema, name, alias, null);
    }

    /** @param above the occurrence of the superclass's table that this one is joined to; null to have one join this */
    protected EntityTable(
            @Nullable String schema, String name, @Nullable String alias, @Nullable EntityTable<?> above) {
        super(schema, name, alias);
        this.given = above;
    }

    /** @param occurrence the occurrence of a superclass's rows that this one is a part of; null for one of its own */
    protected EntityTable(
            @Nullable EntityTable<?> occurrence, @Nullable String schema, String name, @Nullable String alias) {
        super(occurrence == null ? schema : occurrence.schema(), occurrence == null ? name : occurrence.name(), alias);
        this.given = occurrence;
    }

    /** How objects of the entity are made, read and compared; one for all aliases. */
    public abstract EntityMapping<E> mapping();

    @Override
    public abstract EntityTable<E> as(String alias);

    /**
     * The columns of the entity's attributes by attribute position. Those of an inherited attribute may belong to another
     * table, which joins itself.
     */
    public final List<? extends Column<?>> mappedColumns() {
        return mapped == null ? columns() : mapped;
    }

    /** The 0-based position of a column's attribute, by which an {@link EntityMapping} knows it; the same in subclasses. */
    public static int position(Column<?> column) {
        return column.owner() instanceof EntityTable<?> table ? table.positionOfOwn(column) : column.position();
    }

    private int positionOfOwn(Column<?> column) {
        int[] known = positions;
        return known == null ? column.position() : known[column.position()];
    }

    /** The canonical table of the superclass, if that is an entity. */
    public final @Nullable EntityTable<? super E> superclass() {
        return lineage == null ? null : lineage.superclass();
    }

    /** Whether the class is part of a hierarchy of entities. */
    public final boolean isInherited() {
        return lineage != null;
    }

    /** Whether the class has no objects of its own. */
    public final boolean isAbstract() {
        return lineage != null && lineage.value() == null;
    }

    /** Whether rows are of several classes, and a discriminator tells which. */
    public final boolean isPolymorphic() {
        return lineage != null && (!isConcrete() || rowSource() != null);
    }

    /**
     * Whether a flush leaves it to the database to delete the class's row along with that of its superclass. Rows with other
     * foreign keys go by statements, so that none refers to a row that goes before it.
     */
    public final boolean isDeletedAlong() {
        return deletedAlong && foreignKeys().size() == 1;
    }

    /** Says that a foreign key deletes the class's row along with that of its superclass, in a table of its own. */
    protected final void deletedAlong() {
        EntityTable<? super E> superclass = Objects.requireNonNull(superclass(), "a root is deleted by itself");
        foreignKey(new ForeignKey(
                null, primaryKey(), superclass::primaryKey, ForeignKey.Action.CASCADE, ForeignKey.Action.NO_ACTION));
        deletedAlong = true;
    }

    /** How queries of the class get the columns of subclasses' tables, unless they say otherwise. */
    public final SubclassLoading subclassLoading() {
        return mapping().table().subclassLoading;
    }

    /** Says how queries of the class get the columns of subclasses' tables. */
    protected final void loadSubclasses(SubclassLoading how) {
        subclassLoading = how;
    }

    private boolean isConcrete() {
        return lineage != null && lineage.strategy() == InheritanceStrategy.TABLE_PER_CLASS;
    }

    /** The table of a class that has one of its own, without those of its subclasses. */
    final EntityTable<E> alone() {
        EntityTable<E> own = below(mapping().table());
        own.alone = true;
        return own;
    }

    @Override
    public final @Nullable RowSource rowSource() {
        if (alone || !isConcrete()) {
            return null;
        }
        if (given != null) {
            return given.rowSource();
        }
        EntityTable<E> canonical = mapping().table();
        RowSource known = canonical.rowSource;
        if (known == null && canonical.hasRowSource) {
            known = ConcreteRows.of(canonical);
            canonical.rowSource = known;
            canonical.hasRowSource = known != null;
        }
        return known;
    }

    @Nullable
    Lineage<E> lineageOrNull() {
        return lineage;
    }

    Lineage<E> lineage() {
        return Objects.requireNonNull(lineage, "the class is in no hierarchy");
    }

    /** What a query of this class selects unless it asks for more: subclasses included, lazy attributes not. */
    public final EntitySelection<E> selection() {
        EntitySelection<E> known = selection;
        if (known == null) {
            known = EntitySelection.of(this);
            selection = known;
        }
        return known;
    }

    /** Whether rows are read as the columns are, one after the other. */
    public final boolean isReadWhole() {
        return !isPolymorphic() && lazyColumns.isEmpty();
    }

    /** The columns that queries leave out unless they ask for them, inherited ones as well; by attribute position. */
    public final List<LazyColumn> lazyColumns() {
        return visibleLazyColumns;
    }

    /** The lazy column at an attribute position; null if it is none. */
    public final @Nullable LazyColumn lazyColumn(int position) {
        for (LazyColumn lazy : lazyColumns) {
            if (lazy.position() == position) {
                return lazy;
            }
        }
        return null;
    }

    /** The canonical tables of the class and its subclasses, each before its subclasses'. */
    public final List<EntityTable<? extends E>> family() {
        EntityTable<E> canonical = mapping().table();
        return lineage == null || alone ? List.of(canonical) : Hierarchies.family(canonical);
    }

    /** The tables that hold an object's row, the root's first, and what each holds. */
    public final List<TablePart> parts() {
        List<TablePart> known = parts;
        if (known == null) {
            known = TableParts.of(this);
            parts = known;
        }
        return known;
    }

    /**
     * The rows of this occurrence that are of a subclass, in a query that has this occurrence: its columns can be used in
     * conditions, and are NULL in rows of other classes. {@code ANIMAL.ofType(CAT).lives.gt(7)}.
     */
    @SuppressWarnings("unchecked") // a companion gives occurrences of itself
    public final <S extends E, T extends EntityTable<S>> T ofType(T subclass) {
        return (T) subclass.below(this);
    }

    /** This class's part of an occurrence of a superclass's table; companions of subclasses override it. */
    protected EntityTable<E> below(EntityTable<?> occurrence) {
        throw new MappingException(
                "ALK-2022",
                "Cannot take rows of " + occurrence.name() + " as "
                        + mapping().entityClass().getSimpleName()
                        + ": it is no subclass of that entity. Name a subclass.");
    }

    /** A class's part of an occurrence of a superclass's table, which {@link #below} of another class may not call. */
    protected static EntityTable<?> belowOf(EntityTable<?> subclass, EntityTable<?> occurrence) {
        return subclass.below(occurrence);
    }

    @Override
    public final @Nullable Expression<Boolean> restriction() {
        Lineage<E> own = lineage;
        if (own == null || !own.restricted()) {
            return null;
        }
        Expression<Boolean> known = restriction;
        if (known == null) {
            known = Hierarchies.restriction(
                    mapping().table(), Objects.requireNonNull(own.discriminator(), "classes share a table"));
            restriction = known;
        }
        return known;
    }

    @Override
    public final List<Table> storedTables() {
        List<Table> known = stored;
        if (known == null) {
            known = TableParts.stored(this);
            stored = known;
        }
        return known;
    }

    /** Says that the class is the root of a hierarchy; {@code value} is null for an abstract class. */
    protected final void root(InheritanceStrategy strategy, Column<?> discriminator, @Nullable Object value) {
        lineage = new Lineage<>(strategy, null, discriminator, value, false);
    }

    /** Says that the class extends another entity, whose columns this table has. */
    protected final void inherits(
            EntityTable<? super E> superclass, Column<?> discriminator, @Nullable Object value, boolean restricted) {
        lineage = new Lineage<>(superclass.lineage().strategy(), superclass, discriminator, value, restricted);
    }

    /** Says that the class has a table with all its columns; {@code value} is null for an abstract class, which has none. */
    protected final void concrete(@Nullable EntityTable<? super E> superclass, @Nullable Object value) {
        lineage = new Lineage<>(InheritanceStrategy.TABLE_PER_CLASS, superclass, null, value, false);
    }

    /**
     * The occurrence that has the columns of the superclass, for a class with a table of its own beside: the one that this
     * occurrence was made for, or a new one that joins itself.
     */
    @SuppressWarnings("unchecked") // companions pass occurrences of the superclass alone
    protected final <P extends EntityTable<?>> P above(Function<String, P> alias, String superclassTable) {
        return given == null ? alias.apply(correlationName() + "__" + superclassTable) : (P) given;
    }

    /** Says that the class extends another entity, whose columns are in that occurrence; the keys are equal. */
    protected final void inheritsFrom(
            EntityTable<? super E> superclass, EntityTable<?> above, Column<?> discriminator, @Nullable Object value) {
        lineage = new Lineage<>(InheritanceStrategy.JOINED, superclass, discriminator, value, false);
        List<Column<?>> all = new ArrayList<>(above.mappedColumns());
        int[] places = new int[columns().size()];
        List<Column<?>> key = primaryKey();
        for (Column<?> column : columns()) {
            int part = key.indexOf(column);
            if (part >= 0) {
                places[column.position()] = position(above.primaryKey().get(part));
                all.set(places[column.position()], column);
            } else {
                places[column.position()] = all.size();
                all.add(column);
            }
        }
        mapped = Collections.unmodifiableList(all);
        positions = places;
        if (given == null) {
            joinItself(above, new ImplicitJoin(this, key, above.primaryKey(), false));
        } else {
            joinItself(this, new ImplicitJoin(above, above.primaryKey(), key, true));
        }
    }

    /** What a join by columns joins: this, in parentheses with the superclass's table where that has the columns. */
    final FromItem with(List<? extends Column<?>> columns) {
        return Hierarchies.with(this, columns);
    }

    /** The same association of a superclass, of this occurrence. */
    @SuppressWarnings("unchecked") // an object of this class is one of its superclass
    protected final <T> ToMany<E, T> inherited(ToMany<? super E, T> association) {
        return add(((ToMany<E, T>) association).of(this));
    }

    /** The same association of a superclass, of this occurrence, with the columns that it has here. */
    @SuppressWarnings("unchecked") // an object of this class is one of its superclass
    protected final <T> ToOne<E, T> inherited(ToOne<? super E, T> association, Column<?>... columns) {
        return add(((ToOne<E, T>) association).of(this, List.of(columns)));
    }

    /** Which statements of a flush write a column, and after which it is read. */
    public static ColumnUse use(Column<?> column) {
        return column.owner() instanceof EntityTable<?> table
                ? table.uses().get(column.position())
                : ColumnUse.of(column);
    }

    /** By column; made at first use, when all columns are there. */
    private List<ColumnUse> uses() {
        List<ColumnUse> known = usesByPosition;
        if (known == null) {
            List<ColumnUse> all = new ArrayList<>();
            columns().forEach(column -> all.add(ColumnUse.of(column)));
            saidUses.forEach(use -> all.set(use.column().position(), use));
            known = List.copyOf(all);
            usesByPosition = known;
        }
        return known;
    }

    /** The associations of this occurrence, in the order in which the class declares them. */
    public final List<Association<E, ?>> associations() {
        return visibleAssociations;
    }

    /** Which column holds the version of each row; null for entities without one. */
    public final @Nullable Versioning versioning() {
        return versioning;
    }

    /**
     * Whether an object that no session knows has a row, as far as it tells: its generated key is set, or where the user
     * assigns keys the version that a flush would have set. Nobody knows of others, which count as new.
     */
    public final boolean looksStored(E entity) {
        if (hasGeneratedKey()) {
            return mapping().key(entity) != null;
        }
        return versioning != null
                && versioning.isWrittenByFlush()
                && !Keys.isUnset(mapping().value(entity, position(versioning.column())));
    }

    /** Whether the database or the program makes the keys of new objects, so that one that is set tells of a row. */
    public final boolean hasGeneratedKey() {
        Boolean known = generatedKey;
        if (known == null) {
            known = primaryKey().stream().anyMatch(this::isGenerated);
            generatedKey = known;
        }
        return known;
    }

    /** Whether a flush fills in a key column of new objects. */
    public final boolean isGenerated(Column<?> column) {
        EntityTable<? super E> superclass = superclass();
        return column.isGenerated()
                || (superclass != null
                        && column.isPrimaryKey()
                        && superclass.isGenerated(superclass.mappedColumns().get(position(column))))
                || keyColumns.stream().anyMatch(key -> key.column().equals(column));
    }

    /** The key columns that the program fills in. */
    public final List<KeyColumn<?>> keyColumns() {
        return visibleKeyColumns;
    }

    @Override
    public final List<? extends Expression<?>> expressions() {
        return isReadWhole() ? columns() : selection().expressions();
    }

    @Override
    public final Decoder<E> decoder(int position, DecodeScope scope) {
        if (scope instanceof EntityScope entities) {
            return entities.entityDecoder(this, position);
        }
        throw new MappingException(
                "ALK-2302",
                "Cannot read entity " + mapping().entityClass().getSimpleName()
                        + " through a bare connection: entities need an identity map. Use session.execute or"
                        + " session.query, or select columns.");
    }

    @Override
    public final List<Table> associatedTables() {
        List<Table> tables = new ArrayList<>();
        for (Association<E, ?> association : associations) {
            if (association instanceof ToMany<E, ?> toMany && toMany.link() instanceof Link.Through<?, ?> through) {
                tables.add(through.joinTable().table());
            }
        }
        return tables;
    }

    /** Says which column is the version; errors with ALK-2010 for a second one, a key, or another table's column. */
    protected final void versioned(Versioning how) {
        Column<?> column = how.column();
        String problem = versioning != null
                ? "the table has version '" + versioning.column().name() + "' already. Keep one."
                : column.isPrimaryKey()
                        ? "it is part of the key, which never changes. Give the version a column of its own."
                        : !mappedColumns().contains(column) ? "it is no column of the table. Give one that is." : "";
        if (!problem.isEmpty()) {
            throw new MappingException(
                    "ALK-2010", "Cannot take '" + column.name() + "' as version of " + name() + ": " + problem);
        }
        versioning = how;
    }

    /** Says how a flush uses a column, where that is not what its options say. */
    protected final void used(ColumnUse use) {
        if (use.column().owner().equals(this)) { // the superclass's table says it of its own
            saidUses.add(use);
        }
    }

    /** Says that the attribute of a column, inherited or not, is a {@link Lazy}: each occurrence says it. */
    protected final void lazy(Column<?> column, String attribute, String group) {
        lazyColumns.add(new LazyColumn(column, position(column), attribute, group));
    }

    /** Lets the program fill in a key column of new objects; a sequence exists along with the table. */
    protected final <T> void keyed(Column<T> column, KeyGenerator<? extends T> generator) {
        if (!column.isPrimaryKey() || column.isGenerated() || !columns().contains(column)) {
            throw new MappingException(
                    "ALK-2061",
                    "Cannot generate '" + column.name() + "' of " + name()
                            + ": it is no key column of the table that the program assigns. Give one that is.");
        }
        keyColumns.add(new KeyColumn<>(column, generator));
        if (generator instanceof SequenceKeys<?> keys) {
            sequence(keys.sequence());
        }
    }

    /** Says of which class keys may be given as well; {@code parts} are the values of the key columns, in their order. */
    protected final <K> void identified(Class<K> type, Function<? super K, @Nullable Object[]> parts) {
        keyClass = new KeyClass<>(type, parts);
    }

    /** The columns of an embeddable as one value. */
    protected final <T> EmbeddedColumns<T> embedded(
            String name,
            Class<T> type,
            List<Column<?>> columns,
            EmbeddedColumns.Reader<T> reader,
            Function<? super T, @Nullable Object[]> parts) {
        EmbeddedColumns<T> embedded = new EmbeddedColumns<>(name, type, columns, reader, parts);
        if (columns.equals(primaryKey())) {
            keyClass = new KeyClass<>(type, parts);
        }
        return embedded;
    }

    /** Adds a to-one association with foreign-key columns. */
    protected final <T> ToOne<E, T> toOne(
            String name,
            Supplier<? extends EntityTable<T>> target,
            boolean reference,
            Set<Cascade> cascades,
            Column<?>... columns) {
        return add(new ToOne<>(
                this, name, associations.size(), target, cascades, List.of(columns), null, null, reference));
    }

    /** Adds the inverse side of a one-to-one association. */
    protected final <T> ToOne<E, T> toOneMappedBy(
            String name,
            Supplier<? extends EntityTable<T>> target,
            boolean reference,
            Set<Cascade> cascades,
            Supplier<ToOne<T, E>> mappedBy) {
        return add(
                new ToOne<>(this, name, associations.size(), target, cascades, List.of(), mappedBy, null, reference));
    }

    /**
     * Adds a to-one association by a condition, which is read alone.
     *
     * @param limit 1 if the first of several in the order is meant; 0 if there is at most one
     */
    protected final <T> ToOne<E, T> toOneOn(
            String name,
            Supplier<? extends EntityTable<T>> target,
            boolean reference,
            JoinCondition<E, T> condition,
            int limit,
            Supplier<List<OrderItem>> orderBy) {
        CustomJoin<E, T> join = new CustomJoin<>(name, this, target, condition, limit, orderBy);
        return add(new ToOne<>(this, name, associations.size(), target, Set.of(), List.of(), null, join, reference));
    }

    /**
     * Adds a collection by a condition, which is read alone.
     *
     * @param limit how many elements each owner has at most, the first ones in the order; 0 for all
     */
    protected final <T> ToMany<E, T> toManyOn(
            String name,
            Supplier<? extends EntityTable<T>> target,
            CollectionKind kind,
            JoinCondition<E, T> condition,
            int limit,
            Supplier<List<OrderItem>> orderBy) {
        CustomJoin<E, T> join = new CustomJoin<>(name, this, target, condition, limit, orderBy);
        return toMany(name, target, kind, Set.of(), new Link.On<>(join), orderBy);
    }

    /** Adds a collection, loaded in the order of the target's key. */
    protected final <T> ToMany<E, T> toMany(
            String name,
            Supplier<? extends EntityTable<T>> target,
            CollectionKind kind,
            Set<Cascade> cascades,
            Link<E, T> link) {
        return toMany(name, target, kind, cascades, link, List::of);
    }

    /** Adds a collection, loaded in an order of the canonical target's columns. */
    protected final <T> ToMany<E, T> toMany(
            String name,
            Supplier<? extends EntityTable<T>> target,
            CollectionKind kind,
            Set<Cascade> cascades,
            Link<E, T> link,
            Supplier<List<OrderItem>> orderBy) {
        return add(new ToMany<>(this, name, associations.size(), target, cascades, link, kind, orderBy, null));
    }

    /** Adds a collection whose elements have a place in it: a list with positions, or a map. */
    protected final <T> ToMany<E, T> toMany(
            String name,
            Supplier<? extends EntityTable<T>> target,
            CollectionKind kind,
            Set<Cascade> cascades,
            Link<E, T> link,
            Placement placement) {
        return add(new ToMany<>(this, name, associations.size(), target, cascades, link, kind, List::of, placement));
    }

    /**
     * The key itself, or the parts of an object of its id class, after a look at their types. Errors with ALK-2108 if its Java
     * types are not those of the key columns, for such a key would never be found.
     */
    public final Object requireKey(Object given) {
        return KeyTypes.require(this, keyClass == null ? given : keyClass.keyOf(given));
    }

    private <A extends Association<E, ?>> A add(A association) {
        associations.add(association);
        return association;
    }
}
