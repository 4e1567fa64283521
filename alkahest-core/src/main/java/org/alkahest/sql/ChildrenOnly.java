package org.alkahest.sql;

import java.util.List;
import org.alkahest.type.SqlType;
import org.jspecify.annotations.Nullable;

/** A description to whose reader only child nodes matter: how statements are searched. */
@FunctionalInterface
public interface ChildrenOnly extends Description {
    @Override
    default Description add(@Nullable Object structure) {
        return this;
    }

    @Override
    default Description value(SqlType<?> type, @Nullable Object value) {
        return this;
    }

    @Override
    default Description values(SqlType<?> type, List<?> values) {
        return this;
    }

    @Override
    default Description parameter(SqlType<?> type, String name) {
        return this;
    }
}
