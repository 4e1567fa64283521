package org.alkahest.docs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The rows of {@code docs/parity.md}, and what is wrong with them. */
final class ParityTable {
    private static final String HEADER = "| capability | inventory section | status | proof |";
    private static final String LEGEND = "| status | meaning | proof |";
    private static final Pattern SECTION = Pattern.compile("\\d+(\\.\\d+)?(, \\d+(\\.\\d+)?)*");
    private static final Pattern CELL_BORDER = Pattern.compile("(?<!\\\\)\\|");
    private static final String NOT_YET = "–";

    private ParityTable() {}

    record Row(int line, String capability, String section, String status, String proof) {}

    /** Problems as {@code line: text}, in order; none if the document is as it says. */
    static List<String> problems(List<String> lines, Set<String> testClasses) {
        List<String> problems = new ArrayList<>();
        for (Row row : rows(lines, problems)) {
            problem(row, testClasses).ifPresent(text -> problems.add(row.line + ": " + text));
        }
        return problems;
    }

    static List<Row> rows(List<String> lines, List<String> problems) {
        List<Row> rows = new ArrayList<>();
        String header = "";
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.startsWith("|")) {
                header = "";
            } else if (header.isEmpty()) {
                header = line;
                if (!header.equals(HEADER) && !header.equals(LEGEND)) {
                    problems.add((i + 1) + ": a table begins with " + header + " and not with " + HEADER);
                }
            } else if (header.equals(HEADER) && !line.startsWith("|---")) {
                List<String> cells = cells(line);
                if (cells.size() == 4) {
                    rows.add(new Row(i + 1, cells.get(0), cells.get(1), cells.get(2), cells.get(3)));
                } else {
                    problems.add((i + 1) + ": " + cells.size() + " columns, not 4");
                }
            }
        }
        return rows;
    }

    private static List<String> cells(String line) {
        String inner = line.substring(1, line.endsWith("|") ? line.length() - 1 : line.length());
        return Arrays.stream(CELL_BORDER.split(inner, -1)).map(String::strip).toList();
    }

    private static Optional<String> problem(Row row, Set<String> testClasses) {
        if (row.capability.isEmpty()) {
            return Optional.of("no capability");
        }
        if (!SECTION.matcher(row.section).matches()) {
            return Optional.of("'" + row.section + "' is no inventory section");
        }
        return Optional.of(
                        switch (row.status) {
                            case "done" -> missingProof(row.proof, testClasses);
                            case "planned" -> row.proof.equals(NOT_YET) ? "" : "planned, but has a proof: " + row.proof;
                            case "different" ->
                                row.proof.length() > NOT_YET.length() ? "" : "different without a reason";
                            default -> "status is '" + row.status + "', not done, planned or different";
                        })
                .filter(text -> !text.isEmpty());
    }

    private static String missingProof(String proof, Set<String> testClasses) {
        List<String> missing = Arrays.stream(proof.replace("`", "").split(",", -1))
                .map(String::strip)
                .map(name -> name.startsWith("grammar:") ? name.substring("grammar:".length()) : name)
                .filter(name -> !testClasses.contains(name))
                .toList();
        return missing.isEmpty() ? "" : "done, but there is no test class " + String.join(", ", missing);
    }
}
