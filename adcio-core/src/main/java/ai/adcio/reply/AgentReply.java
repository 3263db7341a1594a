package ai.adcio.reply;

import ai.adcio.Language;
import ai.adcio.ads.AdSlot;
import ai.adcio.catalog.Constraint;
import ai.adcio.catalog.Product;
import ai.adcio.conversation.Intent;
import ai.adcio.conversation.PageAction;
import ai.adcio.conversation.SetAside;
import ai.adcio.retrieval.Candidate;
import ai.adcio.retrieval.MissingArm;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one turn. Immutable and thread safe. {@link ReplyJson} writes it to the wire.
 *
 * @param conversationId the conversation
 * @param turnId the turn's id, unique within the conversation
 * @param intent what the turn was taken to ask for
 * @param language the language of every text in the reply
 * @param text what the clerk says
 * @param answer the number or value that was asked for, or null
 * @param cards the products recommended, best first, none twice
 * @param followUp the one question that the clerk asks back, or null
 * @param suggestions things that the shopper could say next
 * @param comparison products side by side, or null
 * @param constraints what was done with each of the shopper's conditions
 * @param adSlot the one ad beside the answer, or null
 * @param pageActions what the shop's page is to do
 * @param requestId the id of this request, for the event log
 * @param clerkId which clerk answered
 * @param partial whether an arm that was planned failed or was late
 * @param missing those arms, with causes
 * @param timings how long each step took, in milliseconds
 */
public record AgentReply(
        String conversationId,
        String turnId,
        Intent intent,
        Language language,
        String text,
        @Nullable Answer answer,
        List<Card> cards,
        @Nullable FollowUp followUp,
        List<String> suggestions,
        @Nullable Comparison comparison,
        Constraints constraints,
        @Nullable AdSlot adSlot,
        List<PageAction> pageActions,
        String requestId,
        String clerkId,
        boolean partial,
        List<MissingArm> missing,
        Map<String, Double> timings) {
    /** Copies the lists and the map. */
    public AgentReply {
        cards = List.copyOf(cards);
        suggestions = List.copyOf(suggestions);
        pageActions = List.copyOf(pageActions);
        missing = List.copyOf(missing);
        timings = Collections.unmodifiableMap(new LinkedHashMap<>(timings));
    }

    /**
     * A value that was asked for.
     *
     * @param value in plain digits or words
     * @param unit its unit, such as a currency or {@code products}, or null
     * @param evidence what it rests on
     */
    public record Answer(String value, @Nullable String unit, List<Evidence> evidence) {
        /** Copies the evidence. */
        public Answer {
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * A field of a record that a statement rests on.
     *
     * @param field as {@link ai.adcio.catalog.Fields} names it
     * @param value as the record has it
     */
    public record Evidence(String field, String value) {}

    /**
     * A product recommended.
     *
     * @param rank its place, from 1
     * @param product the catalogue's record, to the letter
     * @param reason why it is here, with what can be checked
     * @param provenance which arms found it; empty for a product that was named by id
     */
    public record Card(int rank, Product product, Reason reason, List<Candidate.Provenance> provenance) {
        /** Copies the provenance. */
        public Card {
            provenance = List.copyOf(provenance);
        }
    }

    /**
     * Why a product is recommended.
     *
     * @param text for the shopper
     * @param evidence the fields that it rests on
     */
    public record Reason(String text, List<Evidence> evidence) {
        /** Copies the evidence. */
        public Reason {
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * A question asked back.
     *
     * @param question for the shopper
     * @param attribute the field that it is about
     * @param answers what the shopper can pick, at least two
     */
    public record FollowUp(String question, String attribute, List<Choice> answers) {
        /** Copies the answers. */
        public FollowUp {
            answers = List.copyOf(answers);
        }
    }

    /**
     * One answer to pick.
     *
     * @param label what the shopper reads
     * @param value what the shop sends back as the next turn
     */
    public record Choice(String label, String value) {}

    /**
     * Products side by side.
     *
     * @param attributes the fields of the rows, as {@link ai.adcio.catalog.Fields} names them
     * @param productIds the products of the columns
     * @param rows a row for each attribute, a cell for each product; an empty cell where the record has nothing
     */
    public record Comparison(List<String> attributes, List<String> productIds, List<List<String>> rows) {
        /** Copies the lists. */
        public Comparison {
            attributes = List.copyOf(attributes);
            productIds = List.copyOf(productIds);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /**
     * What was done with each condition.
     *
     * @param applied kept by every card
     * @param setAside not recorded by this catalogue
     * @param notCovered not sold here, alone or together
     */
    public record Constraints(List<Constraint> applied, List<SetAside> setAside, List<NotCovered> notCovered) {
        /** Nothing was asked. */
        public static final Constraints NONE = new Constraints(List.of(), List.of(), List.of());

        /** Copies the lists. */
        public Constraints {
            applied = List.copyOf(applied);
            setAside = List.copyOf(setAside);
            notCovered = List.copyOf(notCovered);
        }
    }

    /**
     * Something that is not sold here.
     *
     * @param text the shopper's words, or the combination of conditions that no product meets
     * @param field the field that it is about, or null for a combination
     * @param op how the field was held against the value ({@code eq}, {@code le}, ...), or null
     * @param value the value, or null
     */
    public record NotCovered(
            String text,
            @Nullable String field,
            @Nullable String op,
            @Nullable String value) {}
}
