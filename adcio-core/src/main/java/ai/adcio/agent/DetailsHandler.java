package ai.adcio.agent;

import ai.adcio.catalog.Fields;
import ai.adcio.catalog.Product;
import ai.adcio.ranking.Cautions;
import ai.adcio.reply.AgentReply;
import ai.adcio.understanding.Ask;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
        List<AgentReply.Evidence> evidence = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        if (ask.fields().isEmpty()) {
            text.append(overview(product, turn, evidence));
        } else {
            for (String field : ask.fields()) {
                if (!text.isEmpty()) {
                    text.append(' ');
                }
                text.append(fieldText(product, field, turn, evidence));
            }
        }
        text.append(healthText(product, turn, evidence));
        AgentReply.Answer answer = ask.fields().size() == 1 && !evidence.isEmpty()
                ? new AgentReply.Answer(
                        evidence.getFirst().value(), unit(product, ask.fields().getFirst()), evidence)
                : null;
        return Outcome.saying(text.toString())
                .cards(new CardMaker(turn).named(products))
                .answer(answer)
                .suggestions(List.of(turn.say("suggest.similar")))
                .focus(product.id())
                .build();
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
            parts.add(turn.say("reason.part", turn.phrases().fieldName(field), value));
            evidence.add(new AgentReply.Evidence(field, value));
        });
        return turn.say("details.overview", product.title(), String.join(turn.say("reason.separator"), parts));
    }

    private static void add(Map<String, String> facts, Product product, String field, TurnContext turn) {
        String value = turn.wording().value(product, field);
        if (!value.isEmpty()) {
            facts.put(field, value);
        }
    }

    private static String fieldText(
            Product product, String field, TurnContext turn, List<AgentReply.Evidence> evidence) {
        String value = turn.wording().value(product, field);
        String name = turn.phrases().fieldName(field);
        if (value.isEmpty()) {
            return turn.say("details.unrecorded", product.title(), name);
        }
        evidence.add(new AgentReply.Evidence(field, String.join(", ", Fields.texts(product, field))));
        if (field.equals(Fields.AVAILABILITY)) {
            return turn.say("details.availability", product.title(), value);
        }
        String text = turn.say("details.field", product.title(), name, value);
        if (field.equals(Fields.PRICE) && product.listPrice() != null) {
            text += " " + turn.say("details.listPrice", turn.wording().money(product.listPrice()));
        }
        return text;
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

    private static @org.jspecify.annotations.Nullable String unit(Product product, String field) {
        return field.equals(Fields.PRICE) && product.price() != null
                ? product.price().currency().getCurrencyCode()
                : null;
    }
}
