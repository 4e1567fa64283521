package org.alkahest.compile;

import static org.alkahest.compile.SqlAssert.ORACLE;
import static org.alkahest.compile.SqlAssert.assertSql;
import static org.alkahest.compile.SqlAssert.unsupportedOn;
import static org.alkahest.dialect.oracle.Vectors.distance;
import static org.alkahest.dialect.oracle.Vectors.fetchApprox;
import static org.alkahest.sql.Sql.insert;
import static org.alkahest.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.alkahest.dialect.DatabaseVersion;
import org.alkahest.dialect.Dialect;
import org.alkahest.dialect.oracle.OracleDialectFactory;
import org.alkahest.dialect.oracle.OracleOptions;
import org.alkahest.dialect.oracle.Vectors;
import org.alkahest.dialect.oracle.Vectors.Metric;
import org.alkahest.schema.Column;
import org.alkahest.schema.ColumnOptions;
import org.alkahest.schema.DdlElement.CreateIndex;
import org.alkahest.schema.DdlElement.CreateTable;
import org.alkahest.schema.Index;
import org.alkahest.schema.Table;
import org.alkahest.sql.Statement;
import org.alkahest.type.SqlTypes;
import org.junit.jupiter.api.Test;

/** Vectors, which Oracle has from 23ai on and every other of the eight dialects refuses; the grammars parse what they can. */
final class VectorSqlTest {
    private static final Dialect ORACLE_23 = new OracleDialectFactory().create(new DatabaseVersion("Oracle", 23, 0));
    private static final String ALL = "sqlite h2 postgresql duckdb mysql mariadb oracle sqlserver";
    private static final Docs DOCS = new Docs();
    private static final float[] QUESTION = {1, -0.5f};

    /** On 23ai alone, not on the 19c of the eight. */
    private static void check(Statement statement, String feature, String sql) {
        assertSql(statement, unsupportedOn(ALL, feature));
        assertThat(ORACLE_23.sqlCompiler().compile(statement).sql()).isEqualTo(sql);
        CompiledSql.record("oracle", sql);
    }

    @Test
    void measuresDistances() {
        for (Metric metric : Metric.values()) {
            check(
                    select(distance(DOCS.near, DOCS.far, metric)),
                    "VECTOR_DISTANCE",
                    "SELECT VECTOR_DISTANCE(docs.near, docs.far, " + metric + ") FROM docs");
        }
        check(
                select(DOCS.id)
                        .where(distance(DOCS.near, QUESTION, Metric.COSINE).lt(0.5)),
                "VECTOR_DISTANCE",
                "SELECT docs.id FROM docs WHERE VECTOR_DISTANCE(docs.near, TO_VECTOR(?, 2, FLOAT32), COSINE) < ?");
    }

    @Test
    void fetchesTheNearestByAnIndex() {
        check(
                select(DOCS.id)
                        .orderBy(distance(DOCS.near, QUESTION, Metric.DOT), DOCS.id)
                        .with(fetchApprox(10)),
                "VECTOR_DISTANCE",
                "SELECT docs.id FROM docs ORDER BY VECTOR_DISTANCE(docs.near, TO_VECTOR(?, 2, FLOAT32), DOT), docs.id"
                        + " FETCH APPROX FIRST 10 ROWS ONLY");
        check(
                select(DOCS.id).with(fetchApprox(1)),
                "FETCH APPROX",
                "SELECT docs.id FROM docs FETCH APPROX FIRST 1 ROWS ONLY");
        assertThatThrownBy(() -> fetchApprox(0)).hasMessageContaining("ALK-1402");
    }

    @Test
    void sendsAndCastsVectorsByTheirConstructor() {
        check(
                insert(DOCS).set(DOCS.id, 1).set(DOCS.near, QUESTION).set(DOCS.any, new double[] {1}),
                "VECTOR(2, FLOAT32)",
                "INSERT INTO docs (id, near, whatever) VALUES (?, TO_VECTOR(?, 2, FLOAT32), TO_VECTOR(?, *, FLOAT64))");
        check(
                select(DOCS.title.cast(Vectors.int8(3))),
                "VECTOR(3, INT8)",
                "SELECT TO_VECTOR(docs.title, 3, INT8) FROM docs");
        assertThat(ORACLE_23
                        .sqlCompiler()
                        .compile(select(DOCS.id)
                                .where(distance(DOCS.near, QUESTION, Metric.COSINE)
                                        .lt(0.5)))
                        .binds()
                        .getFirst()
                        .type())
                .isEqualTo(Vectors.float32(2));
    }

    @Test
    void declaresColumns() {
        CreateTable create = new CreateTable(DOCS, List.of());
        for (Dialect dialect : SqlAssert.DIALECTS) {
            assertThatThrownBy(() -> dialect.ddlCompiler().compile(create))
                    .as(SqlAssert.name(dialect))
                    .isInstanceOf(UnsupportedFeatureException.class)
                    .hasMessageContainingAll("type VECTOR(2, FLOAT32)", "oracle from version 23 on");
        }
        assertThat(OptionAssert.compile(ORACLE_23, create))
                .isEqualTo("CREATE TABLE docs (id NUMBER(10), title VARCHAR2(80 CHAR), near VECTOR(2, FLOAT32), far"
                        + " VECTOR(2, FLOAT32), whatever VECTOR)");
        assertThat(Vectors.float64(7)).hasToString("VECTOR(7, FLOAT64)");
        for (int wrong : List.of(0, 65_536)) {
            assertThatThrownBy(() -> Vectors.float32(wrong)).hasMessageContainingAll("ALK-1446", "" + wrong);
        }
    }

    @Test
    void indexesVectors() {
        Index plain = new Index("ix", List.of(DOCS.near.asc()), false);
        Index graph = plain.option(OracleOptions.vectorGraph(Metric.COSINE, 95));
        Index partitions = plain.option(OracleOptions.vectorPartitions(Metric.EUCLIDEAN_SQUARED, 90));
        assertThat(OptionAssert.compile(ORACLE_23, new CreateIndex(DOCS, graph)))
                .isEqualTo("CREATE VECTOR INDEX ix ON docs (near) ORGANIZATION INMEMORY NEIGHBOR GRAPH DISTANCE COSINE"
                        + " WITH TARGET ACCURACY 95");
        assertThat(OptionAssert.compile(ORACLE_23, new CreateIndex(DOCS, partitions)))
                .isEqualTo("CREATE VECTOR INDEX ix ON docs (near) ORGANIZATION NEIGHBOR PARTITIONS DISTANCE"
                        + " EUCLIDEAN_SQUARED WITH TARGET ACCURACY 90");
        for (Dialect dialect : SqlAssert.DIALECTS) {
            if (!dialect.traits().dialect().equals(ORACLE.traits().dialect())) {
                assertThat(dialect.ddlCompiler().compile(new CreateIndex(DOCS, graph)))
                        .as(SqlAssert.name(dialect))
                        .isEqualTo(dialect.ddlCompiler().compile(new CreateIndex(DOCS, plain)));
            }
        }
        assertThatThrownBy(() -> ORACLE.ddlCompiler().compile(new CreateIndex(DOCS, graph)))
                .hasMessageContainingAll("ALK-1210", "VECTOR INDEX", "version 23");
    }

    @Test
    void refusesIndexesThatVectorsDoNotHave() {
        Index plain = new Index("ix", List.of(DOCS.near.asc()), false);
        assertThatThrownBy(() -> ORACLE_23.ddlCompiler().compile(new CreateIndex(DOCS, plain)))
                .hasMessageContainingAll("ALK-1323", "near", "vectorGraph");
        Table keyed = Table.named("k")
                .column("v", Vectors.float32(2), ColumnOptions.primaryKey())
                .build();
        assertThatThrownBy(() -> ORACLE_23.ddlCompiler().compile(new CreateTable(keyed, List.of())))
                .hasMessageContaining("ALK-1323");
        for (Index wrong : List.of(
                new Index("ix", List.of(DOCS.near.asc()), true),
                new Index("ix", List.of(DOCS.near.desc()), false),
                new Index("ix", List.of(DOCS.near.asc(), DOCS.far.asc()), false))) {
            Index told = wrong.option(OracleOptions.vectorGraph(Metric.DOT, 90));
            assertThatThrownBy(() -> ORACLE_23.ddlCompiler().compile(new CreateIndex(DOCS, told)))
                    .hasMessageContainingAll("ALK-1322", "'docs'");
        }
        assertThatThrownBy(() -> OracleOptions.vectorGraph(Metric.COSINE, 101)).hasMessageContaining("ALK-1402");
        Index graph = plain.option(OracleOptions.vectorGraph(Metric.COSINE, 95));
        assertThatThrownBy(() -> graph.option(OracleOptions.reverse())).hasMessageContaining("ALK-1320");
        assertThatThrownBy(() -> graph.option(OracleOptions.vectorPartitions(Metric.COSINE, 95)))
                .hasMessageContaining("ALK-1320");
    }

    private static final class Docs extends Table {
        final Column<Integer> id = column("id", SqlTypes.INTEGER);
        final Column<String> title = column("title", SqlTypes.varchar(80));
        final Column<float[]> near = column("near", Vectors.float32(2));
        final Column<float[]> far = column("far", Vectors.float32(2));
        final Column<double[]> any = column("whatever", Vectors.VECTOR);

        Docs() {
            super("docs");
        }
    }
}
