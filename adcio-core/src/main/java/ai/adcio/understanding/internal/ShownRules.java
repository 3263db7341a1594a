package ai.adcio.understanding.internal;

import ai.adcio.catalog.CatalogSnapshot;
import ai.adcio.catalog.Fields;
import ai.adcio.catalog.SortOrder;
import ai.adcio.conversation.Conversation;
import ai.adcio.conversation.Exchange;
import ai.adcio.conversation.Intent;
import ai.adcio.understanding.Ask;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns about products that were shown: which of them is meant, and how they stand beside each other. */
final class ShownRules {
    /** How many pieces may stand between a measure and what it is held against. */
    private static final int REACH = 6;

    private final TurnReading reading;
    private final Conversation conversation;
    private final CatalogSnapshot catalog;
    private final References references;
    private final ProductQuestionRules questions;
    private final RelativeRules relatives;

    ShownRules(Turn turn, ProductQuestionRules questions, RelativeRules relatives) {
        this.reading = turn.reading();
        this.conversation = turn.conversation();
        this.catalog = turn.catalog();
        this.references = turn.references();
        this.questions = questions;
        this.relatives = relatives;
    }

    @Nullable
    Decision decide() {
        List<String> places = references.ordinals();
        List<String> ordinals = places.isEmpty() && !references.hasOrdinals() ? ids() : places;
        boolean better = reading.has("better") && reading.values.isEmpty() && reading.bounds.isEmpty();
        if ((reading.hasAny("cheaper", "dearer") || better) && reading.superlative == null && !comparesTwo()) {
            Decision chosen = whichOfCompared();
            return chosen != null ? chosen : relatives.relative();
        }
        if (relativeToOrdinal() && !ordinals.isEmpty()) {
            return relatives.relative();
        }
        Decision comparison = compare(ordinals);
        if (comparison != null) {
            return comparison;
        }
        if (reading.has("similar")) {
            return relatives.similar();
        }
        if (questions.countsReviews() && (!ordinals.isEmpty() || references.pointed() != null)) {
            return questions.details(
                    ordinals.isEmpty() ? List.of(Objects.requireNonNull(references.pointed())) : ordinals);
        }
        if (reading.superlative != null || reading.hasAny("count", "average")) {
            return null;
        }
        List<String> denied = denied(ordinals);
        if (!denied.isEmpty()) {
            return relatives.without(denied);
        }
        boolean corrected = ordinals.size() > 1
                && reading.hasAny("neg", "negpost")
                && (reading.has("instead") || reading.has("but"));
        if (corrected && !reading.has("compare")) {
            // "Not the second but the third": the one said last is meant.
            return questions.details(List.of(ordinals.getLast()));
        }
        if (!ordinals.isEmpty() && reading.has("detail")) {
            return questions.details(ordinals);
        }
        if (!ordinals.isEmpty() && (reading.kinds.isEmpty() || questions.namesShown(ordinals))) {
            return questions.details(ordinals);
        }
        if (references.hasOrdinals() && reading.kinds.isEmpty() && reading.brands.isEmpty()) {
            return questions.details(List.of());
        }
        return questions.decide();
    }

    /** 3번째 거 빼고, "not that one": products of the list that are not to be shown again; empty when none is. */
    private List<String> denied(List<String> ordinals) {
        boolean only = !reading.hasAny("neg", "negpost")
                || reading.constrains()
                || !reading.words.isEmpty()
                || reading.hasAny("detail", "concept.brand", "concept.color", "similar", "howmuch", "addcart", "go");
        if (only || ordinals.size() > 1 && reading.hasAny("instead", "but")) {
            return List.of();
        }
        if (!ordinals.isEmpty()) {
            return ordinals;
        }
        boolean it = reading.has("ref.it") && reading.has("negpost") && !references.hasOrdinals();
        return !it
                ? List.of()
                : conversation.focusId() != null ? List.of(conversation.focusId()) : conversation.latestShown();
    }

    /** "Which one is cheaper?" after a comparison asks for one of those that stood side by side. */
    private @Nullable Decision whichOfCompared() {
        Exchange last = conversation.lastExchange();
        if (last == null
                || last.intent() != Intent.COMPARE
                || !reading.has("which")
                || reading.has("show")
                || conversation.latestShown().size() < 2) {
            return null;
        }
        SortOrder order = reading.has("better")
                ? new SortOrder(Fields.RATING, false)
                : new SortOrder(Fields.PRICE, reading.has("cheaper"));
        return Decision.unchanged(conversation, Intent.COMPARE, new Ask.Compare(conversation.latestShown(), order));
    }

    /** The products that the turn names by their ids, whatever the case of their letters. */
    private List<String> ids() {
        List<String> ids = new ArrayList<>();
        for (Piece piece : reading.pieces) {
            String text = piece.text();
            boolean code = piece.unknown() && text.length() > 1 && text.chars().anyMatch(Character::isDigit);
            for (String spelled : code ? List.of(text, text.toUpperCase(Locale.ROOT)) : List.<String>of()) {
                if (catalog.records().get(spelled) != null && !ids.contains(spelled)) {
                    ids.add(spelled);
                }
            }
        }
        return ids;
    }

    private boolean comparesTwo() {
        return reading.has("compare") || reading.firstN == 2 && reading.has("ref.these") || reading.ordinals.size() > 1;
    }

    private @Nullable Decision compare(List<String> ordinals) {
        boolean compares = reading.has("compare");
        boolean several = reading.firstN >= 2 || ordinals.size() >= 2;
        boolean between = several && reading.hasAny("better", "cheaper", "dearer")
                || reading.firstN >= 2 && reading.superlative != null;
        if (!compares && !between) {
            return null;
        }
        List<String> ids = ordinals;
        if (ids.size() < 2) {
            List<String> list = references.list();
            ids = list.subList(0, Math.min(list.size(), reading.has("ref.these") || ordinals.isEmpty() ? 3 : 2));
            if (ids.isEmpty() || !reading.kinds.isEmpty() && !reading.hasAny("ref.these", "ref.screen")) {
                return null;
            }
        }
        SortOrder criterion = reading.superlative;
        if (reading.has("better")) {
            criterion = new SortOrder(Fields.RATING, false);
        } else if (reading.has("cheaper")) {
            criterion = new SortOrder(Fields.PRICE, true);
        } else if (reading.has("dearer")) {
            criterion = new SortOrder(Fields.PRICE, false);
        }
        return Decision.unchanged(conversation, Intent.COMPARE, new Ask.Compare(List.copyOf(ids), criterion));
    }

    /** "Cheaper than the second one", "costs less than that": what is shown is the measure, and no product asked about. */
    private boolean relativeToOrdinal() {
        for (int i = 0; i + 1 < reading.pieces.size(); i++) {
            Piece piece = reading.pieces.get(i);
            if (piece.text().startsWith("보다 ")) {
                return true;
            }
            boolean measures = piece.is("cheaper")
                    || piece.is("dearer")
                    || piece.is("better")
                    || !reading.used[i] && (piece.is("bound.lt") || piece.is("bound.gt"));
            if (!measures) {
                continue;
            }
            int next = i + 1;
            while (next < Math.min(reading.pieces.size(), i + REACH)
                    && reading.pieces.get(next).is("fn")
                    && !ordinal(reading.pieces.get(next))) {
                next++;
            }
            if (next < reading.pieces.size() && ordinal(reading.pieces.get(next))) {
                return true;
            }
        }
        return false;
    }

    private static boolean ordinal(Piece piece) {
        return piece.startsWith("ord.") || piece.is("ref.it") && !piece.is("fn") || piece.is("ref.this");
    }
}
