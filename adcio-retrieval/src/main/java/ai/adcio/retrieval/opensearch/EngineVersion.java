package ai.adcio.retrieval.opensearch;

import ai.adcio.AdcioException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which OpenSearch answers, and what follows from it. */
record EngineVersion(int major, int minor) {
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})\\..*");

    /**
     * Reads what the engine says of itself at its root.
     *
     * @throws AdcioException when it is no OpenSearch that this library knows
     */
    static EngineVersion of(JsonNode root) {
        Matcher number = NUMBER.matcher(root.path("version").path("number").asText(""));
        if (!number.matches()) {
            throw new AdcioException("the url does not answer as OpenSearch does; check host, port and path");
        }
        EngineVersion version = new EngineVersion(Integer.parseInt(number.group(1)), Integer.parseInt(number.group(2)));
        boolean openSearch =
                "opensearch".equals(root.path("version").path("distribution").asText(""));
        // A cluster may be set to call itself 7.10 for the sake of old clients.
        if (openSearch ? version.major < 2 : version.major != 7) {
            throw new AdcioException("the engine is " + (openSearch ? "OpenSearch " : "") + version.major + "."
                    + version.minor + "; OpenSearch 2 or newer is needed");
        }
        return version;
    }

    /** Whether it knows {@code combined_fields}, BM25F. */
    boolean combinesFields() {
        return major > 3 && major != 7 || major == 3 && minor >= 2;
    }

    /** Whether its BM25 multiplies every score by k1 + 1, as Lucene did before 8. */
    boolean multipliesScores() {
        return major < 3 || major == 7;
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
