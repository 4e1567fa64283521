package org.alkahest.grammar.oracle;

import com.oceanbase.tools.sqlparser.oboracle.OBLexer;
import com.oceanbase.tools.sqlparser.oboracle.OBParser;
import com.oceanbase.tools.sqlparser.oracle.PlSqlLexer;
import com.oceanbase.tools.sqlparser.oracle.PlSqlParser;
import com.oceanbase.tools.sqlparser.util.CaseChangingCharStream;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Lexer;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.atn.PredictionMode;

/**
 * Two grammars of Oracle's SQL, written by different people: the PL/SQL grammar of ANTLR's collection, and OceanBase's, made
 * for a database that takes Oracle's SQL. Each rejects some good statements, hardly ever the same ones.
 */
enum Grammars {
    PLSQL {
        // One statement: a script would take a second one without a semicolon between.
        @Override
        boolean accepts(String sql) {
            String ended = sql.endsWith(";") ? sql : sql + ";";
            return parses(ended, PlSqlLexer::new, PlSqlParser::new, PlSqlParser::unit_statement, PredictionMode.LL);
        }
    },
    OCEANBASE {
        // The fast mode may reject what the full one accepts, never the other way round.
        @Override
        boolean accepts(String sql) {
            return parses(sql, OBLexer::new, OBParser::new, OBParser::sql_stmt, PredictionMode.SLL)
                    || parses(sql, OBLexer::new, OBParser::new, OBParser::sql_stmt, PredictionMode.LL);
        }
    };

    abstract boolean accepts(String sql);

    /** Whether any grammar accepts any of these; OceanBase's, which takes up to seconds for one, is asked last. */
    static boolean anyAccepts(String... alternatives) {
        for (Grammars grammar : values()) {
            if (Stream.of(alternatives).distinct().anyMatch(grammar::accepts)) {
                return true;
            }
        }
        return false;
    }

    private static <P extends Parser> boolean parses(
            String sql,
            Function<CharStream, Lexer> lexers,
            Function<TokenStream, P> parsers,
            Consumer<P> rule,
            PredictionMode mode) {
        Mistakes mistakes = new Mistakes();
        Lexer lexer = lexers.apply(new CaseChangingCharStream(CharStreams.fromString(sql), true));
        lexer.removeErrorListeners();
        lexer.addErrorListener(mistakes);
        CommonTokenStream tokens = new CommonTokenStream(lexer);
        P parser = parsers.apply(tokens);
        parser.removeErrorListeners();
        parser.addErrorListener(mistakes);
        parser.getInterpreter().setPredictionMode(mode);
        rule.accept(parser);
        while (tokens.LT(1).getText().equals(";")) {
            tokens.consume();
        }
        return !mistakes.found && tokens.LA(1) == Token.EOF;
    }

    private static final class Mistakes extends BaseErrorListener {
        private boolean found;

        @Override
        public void syntaxError(
                Recognizer<?, ?> recognizer,
                Object symbol,
                int line,
                int column,
                String message,
                RecognitionException e) {
            found = true;
        }
    }
}
