package org.alkahest.planted.locale.sql;

import java.util.List;

@SuppressWarnings("StringCaseLocaleUsage")
final class Upper {
    List<String> upper(List<String> names) {
        return names.stream().map(String::toUpperCase).toList();
    }
}
