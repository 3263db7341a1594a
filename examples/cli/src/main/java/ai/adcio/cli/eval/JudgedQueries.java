package ai.adcio.cli.eval;

import ai.adcio.AdcioException;
import ai.adcio.cli.OneLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Queries with judgements.
 *
 * @param queries the text of each query by its id, in the file's order
 * @param grades the grade of each judged product by query id and product id
 */
record JudgedQueries(Map<String, String> queries, Map<String, Map<String, Integer>> grades) {
    /**
     * Reads queries ({@code id TAB text}) and judgements in TREC's form ({@code query 0 product grade}).
     *
     * @throws AdcioException when a line is not of that form; the message names file and line
     */
    static JudgedQueries read(Path queryFile, Path qrelsFile) {
        Map<String, String> queries = new LinkedHashMap<>();
        int number = 0;
        for (String line : lines(queryFile)) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            String[] parts = line.split("\t", 2);
            if (parts.length < 2 || parts[0].isBlank()) {
                throw new AdcioException(queryFile + ", line " + number + ": write a query id, a tab and the query");
            }
            String id = parts[0].strip();
            if (parts[1].isBlank() || queries.putIfAbsent(id, parts[1].strip()) != null) {
                throw new AdcioException(queryFile + ", line " + number + ": query " + id
                        + (parts[1].isBlank() ? " has no text" : " stands there a second time"));
            }
        }
        Map<String, Map<String, Integer>> grades = new LinkedHashMap<>();
        number = 0;
        for (String line : lines(qrelsFile)) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            String[] parts = line.strip().split("\\s+");
            try {
                int grade = Integer.parseInt(parts[3]);
                Integer before = grades.computeIfAbsent(parts[0], id -> new LinkedHashMap<>())
                        .putIfAbsent(parts[2], grade);
                if (before != null && before != grade) {
                    throw new AdcioException(qrelsFile + ", line " + number + ": product " + parts[2] + " of query "
                            + parts[0] + " has grade " + before + " already");
                }
            } catch (ArrayIndexOutOfBoundsException | NumberFormatException e) {
                throw new AdcioException(
                        qrelsFile + ", line " + number + ": write \"query 0 product grade\" with a whole number", e);
            }
        }
        queries.keySet().retainAll(grades.keySet());
        if (queries.isEmpty()) {
            throw new AdcioException(
                    "no query of " + queryFile + " is judged in " + qrelsFile + "; do they belong together?");
        }
        return new JudgedQueries(queries, grades);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (NoSuchFileException e) {
            throw new AdcioException("there is no file " + file + "; check the path", e);
        } catch (IOException e) {
            throw new AdcioException("cannot read " + file + ": " + OneLine.of(e), e);
        }
    }
}
