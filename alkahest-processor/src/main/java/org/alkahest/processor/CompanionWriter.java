package org.alkahest.processor;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.alkahest.processor.Attribute.Link;
import org.alkahest.processor.Attribute.SortKey;
import org.alkahest.processor.Attribute.Target;
import org.alkahest.processor.Attribute.ToMany;
import org.alkahest.processor.Attribute.ToOne;

/** Writes the companion of an entity: its table, columns and associations; {@link MappingWriter} writes the rest. */
final class CompanionWriter {
    /** The methods without parameters that a companion inherits. */
    private static final Set<String> TABLE_METHODS = Set.of(
            "alias",
            "associatedTables",
            "associations",
            "changeStructure",
            "children",
            "columns",
            "constraints",
            "correlationName",
            "decoder",
            "descendants",
            "expressions",
            "foreignKeys",
            "getClass",
            "hasGeneratedKey",
            "hashCode",
            "implicitJoin",
            "indexes",
            "isAbstract",
            "isDeletedAlong",
            "isInherited",
            "isPolymorphic",
            "isReadWhole",
            "keyColumns",
            "mapping",
            "mappedColumns",
            "name",
            "notify",
            "notifyAll",
            "parts",
            "primaryKey",
            "primaryKeyOptions",
            "restriction",
            "rowSource",
            "rows",
            "schema",
            "storedTables",
            "subclassLoading",
            "superclass",
            "sequences",
            "tableComment",
            "tableOptions",
            "toString",
            "versioning",
            "wait");

    private static final String MAPPING = "org.alkahest.orm.mapping.";

    private final Context context;
    private final EntityModel model;
    private final List<Property> properties;
    private final Imports imports;
    private final TypeCode types;
    private final String entity;
    private final String self;
    private final InheritanceWriter inheritance;
    private final SourceText out = new SourceText();

    CompanionWriter(Context context, EntityModel model) {
        this.context = context;
        this.model = model;
        this.properties = model.attributes().stream().map(Attribute::property).toList();
        Companion companion = model.companion();
        this.imports =
                new Imports(context.elements(), companion.packageName(), companion.simpleName(), "Mapping", "Snapshot");
        this.types = new TypeCode(imports);
        this.self = companion.simpleName();
        this.entity = imports.of(model.type());
        this.inheritance = new InheritanceWriter(model, imports, out);
    }

    String write() {
        Header header = new Header(context, imports, model.type());
        out.doc("The companion of {@link " + entity + "}: table " + Literal.code(model.table())
                + ", its columns and associations.");
        header.annotations(out, properties);
        out.line(header.visibility() + "final class " + self + " extends " + imports.of(MAPPING + "EntityTable") + "<"
                + entity + "> {");
        writeConstants();
        inheritance.writeAbove();
        for (Attribute attribute : model.attributes()) {
            inheritance.writeDiscriminatorBefore(attribute);
            writeAttribute(attribute);
        }
        inheritance.writeDiscriminatorAtEnd();
        writeConstructor();
        writeMethods();
        new DerivedWriter(model.type(), imports, out).write();
        inheritance.writeMethods();
        writeJoinTables();
        new MappingWriter(context, model, imports, out).write();
        out.line("}");
        return header.file(model.companion().packageName(), out);
    }

    private void writeConstants() {
        for (ColumnModel column : model.columns()) {
            if (column.type().isShared() && model.inherited(column).isEmpty()) {
                out.line("private static final " + imports.of("org.alkahest.type.SqlType") + "<"
                        + imports.of(column.type().javaType()) + "> " + shared(column) + " = "
                        + types.sqlType(column.type().code()) + ";");
            }
        }
        for (Attribute attribute : model.attributes()) {
            if (attribute instanceof ToMany toMany
                    && toMany.link() instanceof Link.Through
                    && !model.isInherited(attribute)) {
                out.line("private static final " + imports.of(MAPPING + "JoinTable") + " " + joinTable(toMany) + " = "
                        + toMany.property().name() + "Table();");
            }
        }
        if (model.columns().stream()
                        .anyMatch(column -> column.type().isShared()
                                && model.inherited(column).isEmpty())
                || hasJoinTables()) {
            out.line("");
        }
        String constant = model.companion().constant();
        out.doc("The table itself; {@link #as} makes aliases of it.")
                .line("public static final " + self + " " + constant + " = new " + self + "("
                        + inheritance.arguments("null") + ");")
                .line("")
                .line("static {")
                .line(imports.of(MAPPING + "Mappings") + ".register(" + entity + ".class, " + constant + ");")
                .line("}");
    }

    private void writeAttribute(Attribute attribute) {
        switch (attribute) {
            case Attribute.Basic basic -> writeColumn(basic.column());
            case Attribute.Embedded embedded -> {
                embedded.columns().forEach(this::writeColumn);
                new EmbeddedColumnsWriter(imports, out).write(embedded);
            }
            case ToOne toOne -> {
                toOne.columns().forEach(this::writeColumn);
                writeToOne(toOne);
            }
            case ToMany toMany -> writeToMany(toMany);
        }
    }

    private void writeColumn(ColumnModel column) {
        if (inheritance.writeInherited(column)) {
            return;
        }
        String of = column.isForeignKey()
                ? "Foreign key of {@link #" + column.path() + "}."
                : "Column " + Literal.code(column.name()) + ".";
        String type = inheritance.type(
                column,
                column.type().isShared()
                        ? shared(column)
                        : types.sqlType(column.type().code()));
        out.line("")
                .doc(of)
                .line("public final " + imports.of("org.alkahest.schema.Column") + "<"
                        + imports.of(column.type().javaType()) + "> " + column.field() + " = column("
                        + Literal.text(column.name()) + ", " + type + ", "
                        + types.options(column, inheritance.place(column)) + ");");
    }

    private void writeToOne(ToOne toOne) {
        String name = toOne.property().name();
        if (model.isInherited(toOne)) {
            inheritance.writeInherited(toOne, association("ToOne", toOne.target(), name));
            return;
        }
        if (toOne.on().isPresent()) {
            Link.On on = toOne.on().get();
            out.line("")
                    .doc("To-one association " + Literal.code(name) + " by a condition.")
                    .line(association("ToOne", toOne.target(), name) + "toOneOn(" + Literal.text(name) + ", () -> "
                            + table(toOne.target()) + ", " + toOne.isReference() + ", " + condition(on, toOne.target())
                            + ");");
            return;
        }
        boolean isInverse = !toOne.mappedBy().isEmpty();
        String columns =
                toOne.columns().stream().map(column -> ", " + column.field()).collect(Collectors.joining());
        out.line("")
                .doc(
                        isInverse
                                ? "The inverse side of {@link "
                                        + imports.of(toOne.target().companion()) + "#" + toOne.mappedBy() + "}."
                                : "To-one association " + Literal.code(name) + ".")
                .line(association("ToOne", toOne.target(), name) + (isInverse ? "toOneMappedBy(" : "toOne(")
                        + Literal.text(name) + ", () -> " + table(toOne.target()) + ", " + toOne.isReference() + ", "
                        + cascades(toOne.cascades())
                        + (isInverse ? ", () -> " + table(toOne.target()) + "." + toOne.mappedBy() : columns) + ");");
    }

    private void writeToMany(ToMany toMany) {
        String name = toMany.property().name();
        if (model.isInherited(toMany)) {
            inheritance.writeInherited(toMany, association("ToMany", toMany.target(), name));
            return;
        }
        String toManyType = imports.of(MAPPING + "ToMany");
        if (toMany.link() instanceof Link.On on) {
            out.line("")
                    .doc("Collection " + Literal.code(name) + " by a condition.")
                    .line(association("ToMany", toMany.target(), name) + "toManyOn(" + Literal.text(name) + ", () -> "
                            + table(toMany.target()) + ", " + toManyType + ".CollectionKind." + toMany.kind() + ", "
                            + condition(on, toMany.target()) + ");");
            return;
        }
        String order = toMany.placement()
                .map(placement -> ", " + placement(toMany, placement))
                .orElseGet(() -> order(toMany));
        out.line("")
                .doc("Collection " + Literal.code(name) + ".")
                .line(association("ToMany", toMany.target(), name) + "toMany(" + Literal.text(name) + ", () -> "
                        + table(toMany.target()) + ", " + toManyType + ".CollectionKind." + toMany.kind() + ", "
                        + (toMany.isViewOnly() ? imports.of("java.util.Set") + ".of()" : cascades(toMany.cascades()))
                        + ", " + link(toMany, toManyType + ".Link.") + order + ");");
    }

    /** The condition with its limit and order: the last arguments of what adds such a relationship. */
    private String condition(Link.On on, Target target) {
        String order = on.orderBy().isEmpty()
                ? imports.of("java.util.List") + "::of"
                : "() -> " + sortKeys(table(target) + ".", on.orderBy());
        return "(owner, target) -> " + imports.of(on.type()) + "." + on.method() + "((" + self + ") owner, ("
                + imports.of(target.companion()) + ") target), " + on.limit() + ", " + order;
    }

    private String order(ToMany toMany) {
        return toMany.orderBy().isEmpty() ? "" : ", () -> " + sortKeys(table(toMany.target()) + ".", toMany.orderBy());
    }

    private String placement(ToMany toMany, Attribute.Placement placement) {
        String column = switch (placement) {
            case Attribute.Placement.OfTarget attribute -> table(toMany.target()) + "." + attribute.field();
            case Attribute.Placement.InTable place ->
                joinTable(toMany) + ".table().column(" + Literal.text(place.name()) + ")";
        };
        return "new " + imports.of(MAPPING + "Placement") + (placement.isKey() ? ".Key" : ".Position") + "(() -> "
                + column + ")";
    }

    private String association(String kind, Target target, String name) {
        return "public final " + imports.of(MAPPING + kind) + "<" + entity + ", " + imports.of(target.type()) + "> "
                + name + " = ";
    }

    private String link(ToMany toMany, String links) {
        String target = table(toMany.target());
        String link = "new " + links
                + switch (toMany.link()) {
                    case Link.MappedBy by ->
                        (by.isMany() ? "MappedByMany" : "MappedBy") + "<>(() -> " + target + "." + by.attribute() + ")";
                    case Link.Through through -> "Through<>(" + joinTable(toMany) + ")";
                    case Link.On on -> throw new IllegalStateException("written otherwise");
                };
        return toMany.isViewOnly() ? "new " + links + "Viewed<>(" + link + ")" : link;
    }

    private void writeConstructor() {
        String schema = model.schema().isEmpty() ? "null" : Literal.text(model.schema());
        out.line("")
                .line("private " + self + "(@" + imports.of("org.jspecify.annotations.Nullable") + " String alias"
                        + inheritance.parameters() + ") {")
                .line("super(" + inheritance.superArgumentsBefore() + schema + ", " + Literal.text(model.table())
                        + ", alias" + inheritance.superArguments() + ");");
        inheritance.writeConstructor();
        for (Attribute attribute : model.attributes()) {
            if (attribute instanceof ToOne toOne && !toOne.columns().isEmpty() && !inheritance.isElsewhere(toOne)) {
                writeForeignKey(toOne);
            }
        }
        model.rules().forEach(this::writeRule);
        model.version().ifPresent(this::writeVersion);
        new ColumnUseWriter(imports, out).write(model);
        model.columns().stream().filter(ColumnModel::isLazy).forEach(this::writeLazy);
        out.line("}");
    }

    private void writeLazy(ColumnModel column) {
        out.line("lazy(" + own(column.field()) + ", " + Literal.text(column.path()) + ", "
                + Literal.text(column.lazyGroup().orElse("")) + ");");
    }

    private void writeForeignKey(ToOne toOne) {
        List<ColumnModel> columns = toOne.columns();
        String target = table(toOne.target()) + ".";
        if (toOne.isUnique()) {
            writeRule(new EntityModel.TableRule.Unique("", columns));
        }
        if (!toOne.constraint().isWanted()) {
            return;
        }
        if (columns.size() == 1 && toOne.constraint().isDefault()) {
            out.line("foreignKey(" + own(columns.get(0).field()) + ", () -> " + target
                    + toOne.target().key().get(0).field() + ");");
            return;
        }
        String key = imports.of("org.alkahest.schema.ForeignKey");
        out.line(key + " " + toOne.property().name() + "Key = new " + key + "("
                        + nameOrNull(toOne.constraint().name())
                        + ", " + ownList(columns) + ", () -> "
                        + list(target, toOne.target().key()) + ", " + key
                        + ".Action." + toOne.constraint().onDelete() + ", " + key + ".Action."
                        + toOne.constraint().onUpdate() + ");")
                .line("foreignKey(" + toOne.property().name() + "Key);");
    }

    private void writeRule(EntityModel.TableRule rule) {
        switch (rule) {
            case EntityModel.TableRule.Unique unique ->
                out.line("constraint(new " + imports.of("org.alkahest.schema.Constraint") + ".Unique("
                        + nameOrNull(unique.name()) + ", " + ownList(unique.columns()) + "));");
            case EntityModel.TableRule.Check check ->
                out.line("constraint(new " + imports.of("org.alkahest.schema.Constraint") + ".Check("
                        + nameOrNull(check.name()) + ", " + imports.of("org.alkahest.sql.Sql") + ".raw("
                        + Literal.text(check.condition()) + ", " + imports.of("org.alkahest.type.SqlTypes")
                        + ".BOOLEAN)));");
            case EntityModel.TableRule.Index index ->
                out.line("index(new " + imports.of("org.alkahest.schema.Index") + "(" + nameOrNull(index.name()) + ", "
                        + sortKeys("this.", index.keys()) + ", " + index.isUnique() + "));");
        }
    }

    private void writeVersion(EntityModel.Version version) {
        String field = own(version.column().field());
        String versioning = "versioned(new " + imports.of(MAPPING + "Versioning");
        out.line(
                switch (version) {
                    case EntityModel.Version.Standard standard ->
                        versioning + ".Generated<>(" + field + ", " + imports.of(MAPPING + "Versions") + "."
                                + standard.constant() + "));";
                    case EntityModel.Version.Generator generator ->
                        versioning + ".Generated<>(" + field + ", new " + imports.of(generator.type()) + "()));";
                    case EntityModel.Version.ByDatabase database -> versioning + ".ByDatabase(" + field + "));";
                    case EntityModel.Version.Manual manual -> versioning + ".Manual(" + field + "));";
                });
    }

    private void writeMethods() {
        out.line("")
                .line("@Override")
                .line("public " + self + " as(String alias) {")
                .line("return new " + self + "("
                        + inheritance.arguments(
                                imports.of("java.util.Objects") + ".requireNonNull(alias, \"alias is null\")")
                        + ");")
                .line("}")
                .line("")
                .line("@Override")
                .line("public " + imports.of(MAPPING + "EntityMapping") + "<" + entity + "> mapping() {")
                .line("return Mapping.INSTANCE;")
                .line("}");
        // A target with mistakes has no companion, which would be reported as well.
        if (context.problems().count() == 0) {
            for (Attribute attribute : model.attributes()) {
                if (attribute instanceof ToOne toOne) {
                    writeImplicitJoin(toOne);
                }
            }
        }
    }

    /** Only along a foreign key that the table declares, and where no method of tables has the name. */
    private void writeImplicitJoin(ToOne toOne) {
        String name = toOne.property().name();
        if (toOne.columns().isEmpty()
                || !toOne.constraint().isWanted()
                || TABLE_METHODS.contains(name)
                || inheritance.isElsewhere(toOne)) {
            return;
        }
        String columns =
                toOne.columns().stream().map(column -> ", " + column.field()).collect(Collectors.joining());
        out.line("")
                .doc("The target of {@link #" + name + "}, which joins itself where a column of it is used.")
                .line("public " + imports.of(toOne.target().companion()) + " " + name + "() {")
                .line("return implicit(" + Literal.text(name) + ", " + table(toOne.target()) + "::as" + columns + ");")
                .line("}");
    }

    private void writeJoinTables() {
        for (Attribute attribute : model.attributes()) {
            if (attribute instanceof ToMany toMany && toMany.link() instanceof Link.Through through) {
                String keyPrefix = model.companion().constant() + ".";
                new JoinTableWriter(imports, types, out)
                        .write(
                                toMany.property().name(),
                                through.table(),
                                toMany.placement(),
                                keyPrefix,
                                table(toMany.target()) + ".");
            }
        }
    }

    private boolean hasJoinTables() {
        return model.attributes().stream()
                .anyMatch(attribute -> attribute instanceof ToMany toMany && toMany.link() instanceof Link.Through);
    }

    private String table(Target target) {
        return imports.of(target.companion()) + "." + target.companion().constant();
    }

    private String cascades(List<String> names) {
        String cascade = imports.of(MAPPING + "Cascade");
        if (names.size() == TargetReader.CASCADES.size()) {
            return imports.of("java.util.Set") + ".of(" + cascade + ".values())";
        }
        return names.isEmpty()
                ? cascade + ".DEFAULT"
                : imports.of("java.util.Set")
                        + names.stream()
                                .map(name -> cascade + "." + name)
                                .collect(Collectors.joining(", ", ".of(", ")"));
    }

    private String list(String prefix, List<ColumnModel> columns) {
        return imports.of("java.util.List")
                + columns.stream()
                        .map(column -> prefix + column.field())
                        .collect(Collectors.joining(", ", ".of(", ")"));
    }

    private String sortKeys(String prefix, List<SortKey> keys) {
        return imports.of("java.util.List")
                + keys.stream()
                        .map(key -> prefix + key.column() + key.suffix())
                        .collect(Collectors.joining(", ", ".of(", ")"));
    }

    private String ownList(List<ColumnModel> columns) {
        return list("this.", columns);
    }

    /** A field in the constructor, where a parameter may have its name. */
    private static String own(String field) {
        return field.equals("alias") ? "this.alias" : field;
    }

    private static String nameOrNull(String name) {
        return name.isEmpty() ? "null" : Literal.text(name);
    }

    private static String shared(ColumnModel column) {
        return Naming.constant(column.field()) + "_TYPE";
    }

    private static String joinTable(ToMany toMany) {
        return Naming.constant(toMany.property().name()) + "_TABLE";
    }
}
