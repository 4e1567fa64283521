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
        int breakAt = prefix.length() + line.length() > WIDTH && !isComment(line) ? breakPoint(line) : -1;
        if (breakAt < 0) {
            text.append(prefix).append(line).append('\n');
            return;
        }
        text.append(prefix).append(line.substring(0, breakAt).stripTrailing()).append('\n');
        String rest = line.substring(breakAt).strip();
        String restPrefix = prefix + "        ";
        if (restPrefix.length() + rest.length() <= WIDTH || rest.indexOf('(') < 0) {
            text.append(restPrefix).append(rest).append('\n');
        } else {
            appendArguments(restPrefix, rest);
        }
    }

    /** A call with one argument a line. */
    private void appendArguments(String prefix, String call) {
        int open = call.indexOf('(');
        text.append(prefix).append(call, 0, open + 1).append('\n');
        List<String> parts = arguments(call.substring(open + 1));
        for (String part : parts) {
            text.append(prefix).append("        ").append(part).append('\n');
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

    private static boolean isComment(String line) {
        return line.startsWith("/*") || line.startsWith("*");
    }

    /** After the first assignment or arrow, else before the arguments. */
    private static int breakPoint(String line) {
        int assignment = line.indexOf(" = ");
        if (assignment > 0 && line.indexOf('"') > assignment) {
            return assignment + 3;
        }
        int arrow = line.indexOf(" -> ");
        if (line.startsWith("case ") && arrow > 0) {
            return arrow + 4;
        }
        int returned = line.startsWith("return ") ? line.indexOf(" ? ") : -1;
        if (returned > 0) {
            return returned;
        }
        return assignment > 0 ? assignment + 3 : -1;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
