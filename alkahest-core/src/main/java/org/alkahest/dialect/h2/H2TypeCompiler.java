package org.alkahest.dialect.h2;

import org.alkahest.compile.TypeCompiler;
import org.alkahest.type.EnumType;
import org.alkahest.type.SqlType;

/** H2's type names (https://h2database.com/html/datatypes.html, 2.5). */
final class H2TypeCompiler extends TypeCompiler {
    H2TypeCompiler() {}

    /** NUMERIC alone has scale 0 there. */
    @Override
    protected String decimal(SqlType<?> type) {
        return type.precision() == SqlType.UNSET ? "DECFLOAT" : super.decimal(type);
    }

    /** As wide as it gets, and unlike CLOB it can be indexed and compared. */
    @Override
    protected String text() {
        return "VARCHAR";
    }

    @Override
    protected String enumeration(SqlType<?> type, EnumType labels) {
        return inlineEnumeration(labels);
    }
}
