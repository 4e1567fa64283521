package org.alkahest.processor;

/** Java literals and documentation text. */
final class Literal {
    private Literal() {}

    /** A string literal. */
    static String text(String value) {
        StringBuilder literal = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> literal.append("\\\"");
                case '\\' -> literal.append("\\\\");
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                case '\t' -> literal.append("\\t");
                default -> {
                    if (c < ' ') {
                        literal.append(String.format("\\%03o", (int) c));
                    } else {
                        literal.append(c);
                    }
                }
            }
        }
        return literal.append('"').toString();
    }

    /** A name in documentation, which must not end the comment or the tag. */
    static String code(String name) {
        return "{@code "
                + name.replace("{", "(").replace("}", ")").replace("*/", "* /").replace("\n", " ") + "}";
    }
}
