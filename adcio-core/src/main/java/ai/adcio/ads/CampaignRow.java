package ai.adcio.ads;

import ai.adcio.AdcioException;
import ai.adcio.catalog.Money;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row of a file of campaigns, read strictly: a value of the wrong type is a problem, never a guess. */
final class CampaignRow {
    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);
    private static final int SHOWN_LENGTH = 60;

    private final JsonNode row;

    private CampaignRow(JsonNode row) {
        this.row = row;
    }

    static Campaign parse(String line) throws Problem {
        JsonNode tree;
        try {
            tree = JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new Problem("", "", "is not valid JSON: " + shown(e.getOriginalMessage()));
        }
        if (!tree.isObject()) {
            throw new Problem("", shown(line), "is not a JSON object; write one campaign a line");
        }
        return new CampaignRow(tree).campaign();
    }

    private Campaign campaign() throws Problem {
        String id = text("campaignId");
        String advertiser = text("advertiser");
        String productId = text("productId");
        Money bid = money("bid");
        if (bid == null) {
            throw new Problem("bid", "", "is missing; say what an impression is worth");
        }
        Instant startsAt = time("startsAt");
        Instant endsAt = time("endsAt");
        Money dailyBudget = money("dailyBudget");
        try {
            return new Campaign(id, advertiser, productId, bid, keywords(), startsAt, endsAt, dailyBudget);
        } catch (AdcioException e) {
            throw new Problem("", "", e.getMessage() == null ? "cannot run" : e.getMessage());
        }
    }

    private String text(String field) throws Problem {
        JsonNode node = row.path(field);
        if (!node.isTextual() || node.asText().isBlank()) {
            throw new Problem(
                    field, present(node) ? shown(node.asText()) : "", "is missing or no text; every campaign needs it");
        }
        return node.asText().strip();
    }

    private @Nullable Money money(String field) throws Problem {
        JsonNode node = row.path(field);
        if (!present(node)) {
            return null;
        }
        JsonNode amount = node.path("amount");
        JsonNode currency = node.path("currency");
        // Text alone: a JSON number has been through binary floating point in many a producer.
        if (!amount.isTextual() || !currency.isTextual()) {
            throw new Problem(
                    field, shown(node.toString()), "is no money; write {\"amount\":\"0.40\",\"currency\":\"USD\"}");
        }
        try {
            return Money.of(amount.asText(), currency.asText());
        } catch (AdcioException e) {
            throw new Problem(field, shown(amount.asText() + " " + currency.asText()), String.valueOf(e.getMessage()));
        }
    }

    private List<String> keywords() throws Problem {
        JsonNode node = row.path("keywords");
        if (!present(node)) {
            return List.of();
        }
        List<String> keywords = new ArrayList<>();
        for (JsonNode keyword : node) {
            if (!keyword.isTextual() || keyword.asText().isBlank()) {
                throw new Problem("keywords", shown(keyword.toString()), "is no keyword; write words between quotes");
            }
            keywords.add(keyword.asText().strip());
        }
        if (!node.isArray()) {
            throw new Problem("keywords", shown(node.toString()), "is no list; write [\"running shoes\"]");
        }
        return keywords;
    }

    private @Nullable Instant time(String field) throws Problem {
        JsonNode node = row.path(field);
        if (!present(node)) {
            return null;
        }
        try {
            return OffsetDateTime.parse(node.asText()).toInstant();
        } catch (DateTimeException e) {
            throw new Problem(
                    field,
                    shown(node.asText()),
                    "is no time; write ISO 8601 with an offset, such as 2026-11-01T00:00:00+09:00");
        }
    }

    private static boolean present(JsonNode node) {
        return !node.isMissingNode() && !node.isNull();
    }

    /** A value cut short, without the control characters by which a file could write to a terminal. */
    static String shown(String value) {
        StringBuilder shown = new StringBuilder();
        value.codePoints()
                .limit(SHOWN_LENGTH)
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : c)
                .forEach(shown::appendCodePoint);
        return value.codePointCount(0, value.length()) > SHOWN_LENGTH
                ? shown.append('\u2026').toString()
                : shown.toString();
    }

    /** Why a row cannot be taken over. Carries no stack trace, as a file may hold many such rows. */
    static final class Problem extends Exception {
        private static final long serialVersionUID = 1L;

        private final String field;
        private final String value;
        private final String why;

        Problem(String field, String value, String why) {
            super(why, null, false, false);
            this.field = field;
            this.value = value;
            this.why = why;
        }

        String field() {
            return field;
        }

        String value() {
            return value;
        }

        String why() {
            return why;
        }
    }
}
