package org.alkahest.grammar.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.ServiceLoader;
import java.util.regex.Pattern;
import org.alkahest.dialect.DatabaseVersion;
import org.alkahest.dialect.Dialect;
import org.alkahest.dialect.DialectFactory;
import org.alkahest.schema.Column;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** To a grammar every word is a type, so the types have a list of their own (SQL Language Reference, "Data Types"). */
final class TypeNamesTest {
    private static final Pattern BEFORE_23 = Pattern.compile("""
        NUMBER(\\([1-9]\\d?(, \\d+)?\\))?|BINARY_FLOAT|BINARY_DOUBLE|CHAR\\(\\d+ CHAR\\)|VARCHAR2\\(\\d{1,4}( CHAR)?\\)\
        |CLOB|BLOB|RAW\\(\\d{1,4}\\)|DATE|TIMESTAMP\\(6\\)( WITH TIME ZONE)?\
        |INTERVAL DAY\\(\\d\\) TO SECOND\\(\\d\\)|INTERVAL YEAR\\(\\d\\) TO MONTH\
        """);

    @ParameterizedTest
    @ValueSource(ints = {12, 19, 23})
    void everyTypeIsOneOfTheDatabase(int major) {
        Dialect dialect = ServiceLoader.load(DialectFactory.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(factory -> factory.name().equals("oracle"))
                .findAny()
                .orElseThrow()
                .create(new DatabaseVersion("Oracle", major, 0));
        List<String> names = Catalogue.EVERYTHING.columns().stream()
                .map(Column::type)
                .flatMap(type -> List.of(
                        dialect.types().columnType(type), dialect.types().castType(type))
                        .stream())
                .toList();
        assertThat(names)
                .contains("CLOB", "BLOB", "RAW(16)")
                .allMatch(name -> BEFORE_23.matcher(name).matches() || (major >= 23 && name.equals("BOOLEAN")));
        assertThat(names.contains("BOOLEAN")).isEqualTo(major >= 23);
    }
}
