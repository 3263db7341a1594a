package ai.adcio.reply;

import ai.adcio.AdcioException;
import ai.adcio.ads.AdSlot;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;

/**
 * Writes replies as JSON, field by field in a fixed order, so that the wire changes only when this file does. Parts
 * that are absent are left out. Stateless and thread safe.
 */
public final class ReplyJson {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private ReplyJson() {}

    /** The reply as one line of JSON. */
    public static String write(AgentReply reply) {
        StringWriter out = new StringWriter(2048);
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            write(reply, json);
        } catch (IOException e) {
            throw new AdcioException("cannot write the reply: " + e.getMessage(), e);
        }
        return out.toString();
    }

    private static void write(AgentReply reply, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("conversationId", reply.conversationId());
        json.writeStringField("turnId", reply.turnId());
        json.writeStringField("intent", reply.intent().wireName());
        json.writeStringField("language", reply.language().tag());
        json.writeStringField("text", reply.text());
        if (reply.answer() != null) {
            json.writeObjectFieldStart("answer");
            json.writeStringField("value", reply.answer().value());
            ProductJson.optional(json, "unit", reply.answer().unit());
            evidence(json, reply.answer().evidence());
            json.writeEndObject();
        }
        json.writeArrayFieldStart("cards");
        for (AgentReply.Card card : reply.cards()) {
            card(json, card);
        }
        json.writeEndArray();
        if (reply.followUp() != null) {
            followUp(json, reply.followUp());
        }
        ProductJson.strings(json, "suggestions", reply.suggestions());
        if (reply.comparison() != null) {
            comparison(json, reply.comparison());
        }
        ConstraintJson.constraints(json, reply.constraints());
        if (reply.adSlot() != null) {
            adSlot(json, reply.adSlot());
        }
        json.writeArrayFieldStart("pageActions");
        for (var action : reply.pageActions()) {
            PageActionJson.write(json, action);
        }
        json.writeEndArray();
        json.writeStringField("requestId", reply.requestId());
        json.writeStringField("clerkId", reply.clerkId());
        json.writeBooleanField("partial", reply.partial());
        json.writeArrayFieldStart("missing");
        for (var arm : reply.missing()) {
            json.writeStartObject();
            json.writeStringField("arm", arm.arm());
            json.writeStringField("cause", arm.cause());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeObjectFieldStart("timings");
        for (Map.Entry<String, Double> step : reply.timings().entrySet()) {
            json.writeNumberField(step.getKey(), step.getValue());
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void card(JsonGenerator json, AgentReply.Card card) throws IOException {
        json.writeStartObject();
        json.writeNumberField("rank", card.rank());
        ProductJson.product(json, "product", card.product());
        json.writeObjectFieldStart("reason");
        json.writeStringField("text", card.reason().text());
        evidence(json, card.reason().evidence());
        json.writeEndObject();
        json.writeArrayFieldStart("provenance");
        for (var source : card.provenance()) {
            json.writeStartObject();
            json.writeStringField("arm", source.arm());
            json.writeNumberField("rank", source.rank());
            json.writeNumberField("score", source.score());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void evidence(JsonGenerator json, Iterable<AgentReply.Evidence> evidence) throws IOException {
        json.writeArrayFieldStart("evidence");
        for (AgentReply.Evidence item : evidence) {
            json.writeStartObject();
            json.writeStringField("field", item.field());
            json.writeStringField("value", item.value());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void followUp(JsonGenerator json, AgentReply.FollowUp followUp) throws IOException {
        json.writeObjectFieldStart("followUp");
        json.writeStringField("question", followUp.question());
        json.writeStringField("attribute", followUp.attribute());
        json.writeArrayFieldStart("answers");
        for (AgentReply.Choice choice : followUp.answers()) {
            json.writeStartObject();
            json.writeStringField("label", choice.label());
            json.writeStringField("value", choice.value());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void comparison(JsonGenerator json, AgentReply.Comparison comparison) throws IOException {
        json.writeObjectFieldStart("comparison");
        ProductJson.strings(json, "attributes", comparison.attributes());
        ProductJson.strings(json, "productIds", comparison.productIds());
        json.writeArrayFieldStart("rows");
        for (var row : comparison.rows()) {
            json.writeStartArray();
            for (String cell : row) {
                json.writeString(cell);
            }
            json.writeEndArray();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void adSlot(JsonGenerator json, AdSlot slot) throws IOException {
        json.writeObjectFieldStart("adSlot");
        json.writeStringField("slotId", slot.slotId());
        json.writeStringField("requestId", slot.requestId());
        json.writeStringField("placementId", slot.placementId());
        json.writeStringField("adsetId", slot.adsetId());
        json.writeStringField("label", slot.label());
        ProductJson.product(json, "product", slot.product());
        json.writeStringField("advertiser", slot.advertiser());
        json.writeStringField("campaignId", slot.campaignId());
        json.writeObjectFieldStart("beacons");
        json.writeStringField("impression", slot.beacons().impression());
        ProductJson.optional(json, "click", slot.beacons().click());
        json.writeEndObject();
        json.writeEndObject();
    }
}
