package org.alkahest.processor;

import java.util.ArrayList;
import java.util.List;

/** Source text under construction, indented by four, lines broken at 120 where they have arguments. One thread. */
final class SourceText {
    private static final int WIDTH = 120;

    private final StringBuilder text = new StringBuilder();
    private int depth;

    /** A line; one that ends in an opening brace indents what follows, one that begins with a closing brace ends that. */
    SourceText line(String line) {
        if (line.isEmpty()) {
            text.append('\n');
            return this;
        }
        if (line.startsWith("}")) {
            depth--;
        }
        append(depth, line);
        if (line.endsWith("{")) {
            depth++;
        }
        return this;
    }

    SourceText lines(List<String> lines) {
        lines.forEach(this::line);
        return this;
    }

    /** A documentation comment. */
    SourceText doc(String sentence) {
        return line("/** " + sentence + " */");
    }

    private void append(int indent, String line) {
        String prefix = "    ".repeat(indent);
        if (prefix.length() + line.length() <= WIDTH || line.startsWith("/*")) {
            text.append(prefix).append(line).append('\n');
            return;
        }
        String deeper = prefix + "        ";
        int breakAt = breakPoint(line);
        String rest = breakAt < 0 ? line : line.substring(breakAt).strip();
        if (breakAt > 0 && deeper.length() + rest.length() <= WIDTH) {
            text.append(prefix)
                    .append(line.substring(0, breakAt).stripTrailing())
                    .append('\n');
            text.append(deeper).append(rest).append('\n');
        } else {
            appendArguments(prefix, line);
        }
    }

    /** A call with one argument a line. */
    private void appendArguments(String prefix, String line) {
        int open = line.indexOf('(');
        String deeper = prefix + "        " + (line.startsWith(" ") ? "        " : "");
        text.append(prefix).append(line, 0, open + 1).append('\n');
        for (String argument : arguments(line.substring(open + 1))) {
            text.append(deeper).append(argument).append('\n');
        }
    }

    /** The arguments of a call, each with the comma or the rest that follows it. */
    private static List<String> arguments(String afterParenthesis) {
        List<String> parts = new ArrayList<>();
        int nesting = 0;
        int begin = 0;
        boolean quoted = false;
        for (int i = 0; i < afterParenthesis.length(); i++) {
            char c = afterParenthesis.charAt(i);
            if (c == '"' && (i == 0 || afterParenthesis.charAt(i - 1) != '\\')) {
                quoted = !quoted;
            }
            if (quoted) {
                continue;
            }
            if (c == '(' || c == '<' || c == '{') {
                nesting++;
            } else if (c == ')' || c == '}' || (c == '>' && afterParenthesis.charAt(i - 1) != '-')) {
                nesting--;
            } else if (c == ',' && nesting == 0) {
                parts.add(afterParenthesis.substring(begin, i + 1).strip());
                begin = i + 1;
            }
        }
        parts.add(afterParenthesis.substring(begin).strip());
        return parts;
    }

    /** After the assignment or arrow, else before the question mark; -1 if there is none of them. */
    private static int breakPoint(String line) {
        int arrow = line.startsWith("case ") ? line.indexOf(" -> ") : -1;
        if (arrow > 0) {
            return arrow + 4;
        }
        if (line.startsWith("return ")) {
            return line.indexOf(" ? ");
        }
        int assignment = line.indexOf(" = ");
        return assignment > 0 ? assignment + 3 : -1;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
