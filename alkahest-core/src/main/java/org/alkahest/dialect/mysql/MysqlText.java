package org.alkahest.dialect.mysql;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The texts of information_schema as SQL. MariaDB writes defaults and expressions as SQL; MySQL writes a constant default
 * as the bare value, and escapes expressions once more, as if each were a string (9.7, "The INFORMATION_SCHEMA COLUMNS
 * Table").
 */
enum MysqlText {
    MYSQL {
        @Override
        String expression(String text) {
            return unescaped(text);
        }

        @Override
        @Nullable
        String defaultValue(@Nullable String text, String dataType, String extra) {
            if (text == null) {
                return null;
            }
            if (extra.contains("DEFAULT_GENERATED")) {
                return unescaped(text);
            }
            boolean bare = BARE.contains(dataType) || (dataType.endsWith("binary") && text.startsWith("0x"));
            return bare ? text : "'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
        }
    },
    MARIADB {
        @Override
        String expression(String text) {
            return text;
        }

        // NULL is written for a column that may be, and a text NULL in quotes ("Information Schema COLUMNS Table").
        @Override
        @Nullable
        String defaultValue(@Nullable String text, String dataType, String extra) {
            return text == null || text.equals("NULL") ? null : text;
        }
    };

    /** The types whose values are written without quotes. */
    private static final Set<String> BARE =
            Set.of("tinyint", "smallint", "mediumint", "int", "bigint", "decimal", "float", "double", "bit", "year");

    /** A condition, or what computes a column or an index. */
    abstract String expression(String text);

    /** DEFAULT, or null for none. */
    @Nullable
    abstract String defaultValue(@Nullable String text, String dataType, String extra);

    /** Undoes escapes (9.7, 11.1.1). */
    static String unescaped(String text) {
        StringBuilder plain = new StringBuilder();
        boolean escaped = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (escaped) {
                plain.append(meant(c));
                escaped = false;
            } else if (c == '\\') {
                escaped = true;
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    private static char meant(char escaped) {
        return switch (escaped) {
            case '0' -> '\0';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'Z' -> '\032';
            default -> escaped;
        };
    }
}
