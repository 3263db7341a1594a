package ai.adcio.agent;

import ai.adcio.catalog.Fields;
import ai.adcio.catalog.Product;
import ai.adcio.catalog.TextFolding;
import ai.adcio.ranking.Cautions;
import ai.adcio.reply.AgentReply;
import ai.adcio.understanding.Ask;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers questions about one product from its record, and only from it. */
final class DetailsHandler implements TurnHandler<Ask.Details> {
    private static final int MAX_FACTS = 7;

    @Override
    public Outcome handle(Ask.Details ask, TurnContext turn) {
        List<Product> products = turn.records(ask.productIds());
        if (products.isEmpty()) {
            if (!turn.meaning().notCarried().isEmpty()) {
                return NotCarriedAnswer.of(turn);
            }
            return Outcome.saying(turn.say("details.which"))
                    .suggestions(Suggestions.starters(turn))
                    .build();
        }
        Product product = products.getFirst();
        List<String> fields = asked(ask, product, turn);
        List<AgentReply.Evidence> evidence = new ArrayList<>();
        List<String> sentences = new ArrayList<>();
        AgentReply.Evidence passage = fields.isEmpty() && HealthNote.facts(turn).isEmpty()
                ? Passages.about(product, ask.topic(), turn.phrases().language().locale())
                : null;
        if (passage != null) {
            sentences.add(turn.say("details.quote." + passage.field(), product.title(), passage.value()));
            evidence.add(passage);
        } else if (fields.isEmpty()) {
            List<String> unsaid = HealthNote.facts(turn).isEmpty() ? Passages.unsaid(product, ask.topic()) : List.of();
            if (!unsaid.isEmpty()) {
                sentences.add(turn.say("details.unsaid", String.join(" ", unsaid)));
            }
            sentences.add(overview(product, turn, evidence));
        }
        for (String field : fields) {
            sentences.add(FieldSentence.of(product, field, turn));
            if (!RecordedValue.of(product, field).isEmpty()) {
                evidence.add(RecordedValue.evidence(product, field));
            }
        }
        if (!fields.isEmpty() && evidence.isEmpty() && HealthNote.facts(turn).isEmpty()) {
            // What no field records the seller or a buyer may have written; if not, all that is recorded may help.
            AgentReply.Evidence written = Passages.about(
                    product, ask.topic(), turn.phrases().language().locale());
            if (written != null) {
                sentences.clear();
                sentences.add(turn.say("details.quote." + written.field(), product.title(), written.value()));
                evidence.add(written);
            } else {
                sentences.add(overview(product, turn, evidence));
            }
        }
        String health = healthText(product, turn, evidence);
        AgentReply.Answer answer = fields.size() == 1 && !evidence.isEmpty()
                ? new AgentReply.Answer(evidence.getFirst().value(), unit(product, fields.getFirst()), evidence)
                : null;
        return Outcome.saying(String.join(" ", sentences) + health)
                .cards(new CardMaker(turn).named(products))
                .answer(answer)
                .suggestions(List.of(turn.say("suggest.similar")))
                .focus(product.id())
                .build();
    }

    /** The fields asked about; a field that the product's own name speaks of is not, when there are others. */
    private static List<String> asked(Ask.Details ask, Product product, TurnContext turn) {
        List<String> others = ask.fields().stream()
                .filter(field -> !inTitle(field, product, turn))
                .toList();
        return others.isEmpty() ? ask.fields() : others;
    }

    private static boolean inTitle(String field, Product product, TurnContext turn) {
        return Fields.attributeName(field) != null
                && (TextFolding.containsPhrase(product.title(), turn.phrases().flagName(field))
                        || Fields.texts(product, field).stream()
                                .anyMatch(value -> TextFolding.containsPhrase(product.title(), value)));
    }

    private static String overview(Product product, TurnContext turn, List<AgentReply.Evidence> evidence) {
        Map<String, String> facts = new LinkedHashMap<>();
        for (String field :
                List.of(Fields.BRAND, Fields.PRICE, Fields.LIST_PRICE, Fields.RATING, Fields.AVAILABILITY)) {
            add(facts, product, field, turn);
        }
        for (String name : product.attributes().keySet()) {
            if (facts.size() >= MAX_FACTS) {
                break;
            }
            add(facts, product, Fields.attribute(name), turn);
        }
        List<String> parts = new ArrayList<>();
        facts.forEach((field, value) -> {
            parts.add(
                    field.equals(Fields.AVAILABILITY)
                            ? value
                            : turn.say("reason.part", turn.phrases().fieldName(field), value));
            evidence.add(RecordedValue.evidence(product, field));
        });
        return turn.say("details.overview", product.title(), String.join(turn.say("reason.separator"), parts));
    }

    private static void add(Map<String, String> facts, Product product, String field, TurnContext turn) {
        String value = turn.wording().value(product, field);
        if (!value.isEmpty()) {
            facts.put(field, value);
        }
    }

    /** Any question of health gets the product's own cautions and is passed on to who may answer it. */
    private static String healthText(Product product, TurnContext turn, List<AgentReply.Evidence> evidence) {
        List<String> concerned = Cautions.against(product, turn.need().facts());
        if (concerned.isEmpty()) {
            return HealthNote.whenNew(turn);
        }
        concerned.forEach(caution -> evidence.add(new AgentReply.Evidence(Cautions.FIELD, caution)));
        return " " + turn.say("health.caution", String.join(" / ", concerned)) + " " + turn.say("health.advice");
    }

    private static @Nullable String unit(Product product, String field) {
        if (field.equals(Fields.LIST_PRICE) && product.listPrice() != null) {
            return product.listPrice().currency().getCurrencyCode();
        }
        return field.equals(Fields.PRICE) && product.price() != null
                ? product.price().currency().getCurrencyCode()
                : null;
    }
}
