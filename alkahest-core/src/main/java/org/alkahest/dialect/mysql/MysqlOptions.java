package org.alkahest.dialect.mysql;

import java.util.Objects;
import org.alkahest.schema.Column;
import org.alkahest.schema.ColumnOption;
import org.alkahest.schema.ConstraintOption;
import org.alkahest.schema.DialectOption;
import org.alkahest.schema.IndexOption;
import org.alkahest.schema.Options;
import org.alkahest.schema.TableOption;
import org.alkahest.sql.Expression;
import org.alkahest.sql.Sql;
import org.alkahest.type.AlkahestArgumentException;

/**
 * What MySQL and MariaDB can be told of a schema and other databases cannot
 * (https://dev.mysql.com/doc/refman/9.7/en/create-table.html; MariaDB 10.11, "CREATE TABLE"). The other dialects ignore it.
 * Immutable values.
 */
public final class MysqlOptions {
    private MysqlOptions() {}

    /** {@code ENGINE = name}: what keeps the table, such as {@code InnoDB}; errors with ALK-1321 for what is no word. */
    public static TableOption engine(String name) {
        return new TableWord("ENGINE", name);
    }

    /** {@code DEFAULT CHARACTER SET = name} of a table; errors with ALK-1321 for what is no word. */
    public static TableOption tableCharset(String name) {
        return new TableWord("DEFAULT CHARACTER SET", name);
    }

    /** {@code COLLATE = name} of a table; errors with ALK-1321 for what is no word. */
    public static TableOption tableCollation(String name) {
        return new TableWord("COLLATE", name);
    }

    /** {@code ROW_FORMAT = format}. */
    public static TableOption rowFormat(RowFormat format) {
        return new TableWord("ROW_FORMAT", format.name());
    }

    /**
     * Any other option of a table, such as {@code KEY_BLOCK_SIZE}; errors with ALK-1321 if the name is no word. Where numbers
     * begin is said by {@code generated(Identity)}, and a comment by {@code comment(…)}.
     */
    public static <T> TableOption tableOption(String name, T value) {
        return new TableValue(name, Sql.value(value));
    }

    /** {@code CHARACTER SET name} of a column; errors with ALK-1321 for what is no word. */
    public static ColumnOption charset(String name) {
        return new Charset(name);
    }

    /** The column's collation here, such as {@code utf8mb4_bin}; goes before the portable one. */
    public static ColumnOption collate(String name) {
        return new Collation(name);
    }

    /** {@code USING BTREE} or {@code USING HASH} of an index or a key. */
    public static KeyOption using(IndexType type) {
        return new Using(type);
    }

    /**
     * Indexes the first characters or bytes of a column only, which makes text and bytes without a length indexable. A
     * unique key then allows no two values that begin alike.
     */
    public static KeyOption prefix(Column<?> column, int length) {
        return new Prefix(column, length);
    }

    /** {@code FULLTEXT INDEX}, for {@code MATCH … AGAINST}. */
    public static IndexOption fulltext() {
        return IndexKind.FULLTEXT;
    }

    /** {@code SPATIAL INDEX}. */
    public static IndexOption spatial() {
        return IndexKind.SPATIAL;
    }

    /** {@code WITH PARSER name} of a full-text index, such as {@code ngram}. */
    public static IndexOption parser(String name) {
        return new Parser(name);
    }

    /** How rows are laid out. */
    public enum RowFormat {
        DEFAULT,
        DYNAMIC,
        FIXED,
        COMPRESSED,
        REDUNDANT,
        COMPACT
    }

    /** The structures of indexes. */
    public enum IndexType {
        BTREE,
        HASH
    }

    /** An option of indexes, primary keys and unique constraints. */
    public sealed interface KeyOption extends IndexOption, ConstraintOption permits Using, Prefix {}

    record TableWord(String name, String value) implements TableOption {
        TableWord {
            Options.requireWord(value);
        }

        @Override
        public boolean conflictsWith(DialectOption other) {
            return other instanceof TableWord that && name.equals(that.name);
        }
    }

    record TableValue(String name, Expression<?> value) implements TableOption {
        TableValue {
            Options.requireWord(name);
        }

        @Override
        public boolean conflictsWith(DialectOption other) {
            return (other instanceof TableValue that && name.equalsIgnoreCase(that.name))
                    || (other instanceof TableWord word && name.equalsIgnoreCase(word.name));
        }
    }

    record Charset(String name) implements ColumnOption {
        Charset {
            Options.requireWord(name);
        }
    }

    record Collation(String name) implements ColumnOption {
        Collation {
            Options.requireWord(name);
        }
    }

    record Using(IndexType type) implements KeyOption {
        Using {
            Objects.requireNonNull(type, "type is null");
        }
    }

    record Prefix(Column<?> column, int length) implements KeyOption {
        Prefix {
            if (length <= 0) {
                throw new AlkahestArgumentException(
                        "ALK-1402",
                        "Cannot index a prefix of column '" + column + "': its length is " + length
                                + ". Give a positive length.");
            }
        }

        @Override
        public boolean conflictsWith(DialectOption other) {
            return other instanceof Prefix that && column.equals(that.column);
        }
    }

    /** Indexes that are not for comparisons. */
    enum IndexKind implements IndexOption {
        FULLTEXT,
        SPATIAL
    }

    record Parser(String name) implements IndexOption {
        Parser {
            Objects.requireNonNull(name, "name is null");
        }
    }
}
