package org.alkahest.grammar.sqlserver;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.apache.shardingsphere.sql.parser.autogen.SQLServerStatementLexer;
import org.apache.shardingsphere.sql.parser.autogen.SQLServerStatementParser;

/** The grammar of SQL Server's SQL that ShardingSphere was written with. It knows syntax, not types or functions. */
final class Grammar {
    private Grammar() {}

    static boolean accepts(String sql) {
        return complaint(sql).isEmpty();
    }

    /** What the grammar has against a statement. */
    static Optional<String> complaint(String sql) {
        Mistakes mistakes = new Mistakes();
        SQLServerStatementLexer lexer = new SQLServerStatementLexer(CharStreams.fromString(sql));
        lexer.removeErrorListeners();
        lexer.addErrorListener(mistakes);
        SQLServerStatementParser parser = new SQLServerStatementParser(new CommonTokenStream(lexer));
        parser.removeErrorListeners();
        parser.addErrorListener(mistakes);
        parser.execute();
        return mistakes.found.stream().findFirst();
    }

    private static final class Mistakes extends BaseErrorListener {
        private final List<String> found = new ArrayList<>();

        @Override
        public void syntaxError(
                Recognizer<?, ?> recognizer,
                Object symbol,
                int line,
                int column,
                String message,
                RecognitionException e) {
            found.add(column + ": " + message);
        }
    }
}
