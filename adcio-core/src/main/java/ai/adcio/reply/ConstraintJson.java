package ai.adcio.reply;

import ai.adcio.catalog.Constraint;
import ai.adcio.reply.internal.PlainDigits;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;

/**
 * Constraints on the wire: {@code {text, field?, op?, value?}}, a range with two bounds as two entries. Alternatives are
 * one entry, {@code {text, op: "any", conditions[]}}; a range with two bounds among them is {@code {text, op: "all",
 * conditions[]}}.
 */
final class ConstraintJson {
    private ConstraintJson() {}

    static void constraints(JsonGenerator json, AgentReply.Constraints constraints) throws IOException {
        json.writeObjectFieldStart("constraints");
        list(json, "applied", constraints.applied());
        json.writeArrayFieldStart("setAside");
        for (var wish : constraints.setAside()) {
            json.writeStartObject();
            json.writeStringField("text", wish.text());
            json.writeStringField("reason", wish.reason());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("notCovered");
        for (var item : constraints.notCovered()) {
            json.writeStartObject();
            json.writeStringField("text", item.text());
            ProductJson.optional(json, "field", item.field());
            ProductJson.optional(json, "op", item.op());
            ProductJson.optional(json, "value", item.value());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    static void list(JsonGenerator json, String name, List<Constraint> constraints) throws IOException {
        json.writeArrayFieldStart(name);
        for (Constraint constraint : constraints) {
            write(json, constraint);
        }
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, Constraint constraint) throws IOException {
        switch (constraint) {
            case Constraint.AnyOf c ->
                entry(json, c.text(), c.field(), c.values().size() == 1 ? "eq" : "in", c.values());
            case Constraint.NoneOf c ->
                entry(json, c.text(), c.field(), c.values().size() == 1 ? "ne" : "not_in", c.values());
            case Constraint.Present c -> entry(json, c.text(), c.field(), "exists", List.of());
            case Constraint.Either c -> {
                open(json, c.text(), "any");
                for (Constraint alternative : c.alternatives()) {
                    alternative(json, alternative);
                }
                close(json);
            }
            case Constraint.Range c -> {
                if (c.lower() != null) {
                    bound(json, c, c.lower(), c.lower().inclusive() ? "ge" : "gt");
                }
                if (c.upper() != null) {
                    bound(json, c, c.upper(), c.upper().inclusive() ? "le" : "lt");
                }
            }
        }
    }

    private static void alternative(JsonGenerator json, Constraint constraint) throws IOException {
        boolean twoSided = constraint instanceof Constraint.Range r && r.lower() != null && r.upper() != null;
        if (twoSided) {
            open(json, constraint.text(), "all");
        }
        write(json, constraint);
        if (twoSided) {
            close(json);
        }
    }

    private static void open(JsonGenerator json, String text, String op) throws IOException {
        json.writeStartObject();
        json.writeStringField("text", text);
        json.writeStringField("op", op);
        json.writeArrayFieldStart("conditions");
    }

    private static void close(JsonGenerator json) throws IOException {
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void bound(JsonGenerator json, Constraint.Range range, Constraint.Bound bound, String op)
            throws IOException {
        entry(json, range.text(), range.field(), op, List.of(PlainDigits.amount(bound.value(), range.currency())));
    }

    private static void entry(JsonGenerator json, String text, String field, String op, List<String> values)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("text", text);
        ProductJson.optional(json, "field", field);
        json.writeStringField("op", op);
        if (values.size() == 1) {
            json.writeStringField("value", values.getFirst());
        } else if (!values.isEmpty()) {
            ProductJson.strings(json, "value", values);
        }
        json.writeEndObject();
    }
}
