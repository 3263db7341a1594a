package ai.adcio.understanding.internal;

import ai.adcio.conversation.Conversation;
import ai.adcio.conversation.Intent;
import ai.adcio.understanding.Ask;
import org.jspecify.annotations.Nullable;

/** Talk, and what is not a shop's business: answered without a look at the shelves. */
final class TalkRules {
    /** How many words that mean nothing here may stand beside a thank-you. */
    private static final int MOST_ASIDES = 4;

    private final TurnReading reading;
    private final Conversation conversation;
    private final References references;

    TalkRules(Turn turn) {
        this.reading = turn.reading();
        this.conversation = turn.conversation();
        this.references = turn.references();
    }

    @Nullable
    Decision decide() {
        if (reading.has("inject") || reading.has("offtopic.strong") || new Tampering(reading).found() || task()) {
            return Decision.unchanged(conversation, Intent.UNSUPPORTED, new Ask.Talk("out_of_scope"));
        }
        if (reading.has("handoff") || reading.has("handoff.word") && onlyCalls()) {
            return Decision.unchanged(conversation, Intent.HANDOFF, new Ask.Talk("handoff"));
        }
        if ((reading.has("offtopic") || sum()) && !speaksOfProducts()) {
            return Decision.unchanged(conversation, Intent.UNSUPPORTED, new Ask.Talk("out_of_scope"));
        }
        Decision small = smallTalk();
        return small != null ? small : courtesy();
    }

    /** "Agent. Human. Now.": whoever says nothing but this wants a person. */
    private boolean onlyCalls() {
        return reading.pieces.stream()
                .allMatch(p -> p.mark()
                        || p.is("handoff.word")
                        || p.is("polite")
                        || p.is("fn")
                        || p.is("show")
                        || p.is("end"));
    }

    private boolean speaksOfProducts() {
        return !reading.kinds.isEmpty()
                || !reading.absentKinds.isEmpty()
                || !reading.brands.isEmpty()
                || !reading.values.isEmpty()
                || !reading.bounds.isEmpty()
                || references.hasOrdinals();
    }

    /** Whether two numbers are to be added or the like. */
    private boolean sum() {
        for (int i = 0; i + 2 < reading.pieces.size(); i++) {
            String sign = reading.pieces.get(i + 1).text();
            if (reading.pieces.get(i).quantity() != null
                    && reading.pieces.get(i + 2).quantity() != null
                    && (sign.equals("+")
                            || sign.equals("*")
                            || sign.equals("=")
                            || sign.equals("plus")
                            || sign.equals("times"))) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Decision smallTalk() {
        String kind = null;
        for (Piece piece : reading.pieces) {
            if (piece.quantity() != null || piece.unknown()) {
                return null;
            }
            boolean idle = piece.mark() || piece.is("polite") || piece.is("fn") || piece.is("end");
            String said = piece.is("thanks")
                    ? "thanks"
                    : piece.is("hello")
                            ? "greeting"
                            : piece.is("bye") ? "goodbye" : piece.is("praise") ? "praise" : null;
            if (said == null && !idle) {
                return null;
            }
            kind = kind == null || kind.equals("praise") ? said == null ? kind : said : kind;
        }
        return kind == null ? null : Decision.unchanged(conversation, Intent.SMALL_TALK, new Ask.Talk(kind));
    }

    /** Thanks, a greeting or a goodbye in whatever words, as long as nothing is asked for beside it. */
    private @Nullable Decision courtesy() {
        String kind = reading.has("thanks")
                ? "thanks"
                : reading.has("bye") ? "goodbye" : reading.has("hello") ? "greeting" : null;
        boolean names = reading.constrains() || reading.pieces.stream().anyMatch(Piece::content);
        boolean asks = names && !thankedFor()
                || reading.superlative != null
                || references.hasOrdinals()
                || !reading.facts.isEmpty()
                || !reading.unrecorded.isEmpty()
                || reading.pieces.stream().anyMatch(p -> p.is("detail") && !p.hangul())
                || asksForMore()
                || reading.has("carry") && reading.pieces.stream().anyMatch(Piece::unknown)
                || reading.hasAny(
                        "show", "count", "average", "compare", "howmuch", "similar", "cheaper", "dearer", "better",
                        "reset", "go", "addcart", "order", "sale", "instock")
                || reading.hasPrefix("store.")
                || reading.hasPrefix("place.")
                || reading.pieces.stream().anyMatch(p -> p.quantity() != null)
                || reading.pieces.stream()
                                .filter(p -> p.unknown() && !p.hangul())
                                .count()
                        > MOST_ASIDES;
        boolean onlySaidSo = kind == null
                && reading.has("praise")
                && reading.pieces.stream()
                        .allMatch(p -> p.mark() || !p.meanings().isEmpty() || Nominal.isVerbal(p.text()));
        if (asks || kind == null && !onlySaidSo) {
            return null;
        }
        return Decision.unchanged(conversation, Intent.SMALL_TALK, new Ask.Talk(kind == null ? "praise" : kind));
    }

    /** "Thanks for the violin": what follows in the same clause is not asked for. */
    private boolean thankedFor() {
        int thanks = reading.indexOf("thanks", 0);
        return thanks >= 0
                && thanks + 1 < reading.pieces.size()
                && reading.pieces.get(thanks + 1).text().equals("for")
                && reading.pieces.subList(thanks, reading.pieces.size() - 1).stream()
                        .noneMatch(Piece::mark);
    }

    /** "더 고민해볼게요" thinks more and wants no more: 더 alone asks for nothing beside thanks. */
    private boolean asksForMore() {
        return reading.pieces.stream()
                .anyMatch(p -> p.is("more") && !(p.hangul() && p.text().length() == 1));
    }

    /** "Compose a haiku", 자기소개서 써줘: a piece of work that is no clerk's, asked for where the verb of a turn stands. */
    private boolean task() {
        if (speaksOfProducts() || references.pointsAtOne()) {
            return false;
        }
        for (Piece piece : reading.pieces) {
            if (piece.is("task")) {
                return true;
            }
            if (!piece.hangul() && !piece.mark() && !piece.is("polite") && !piece.is("fn") && !piece.is("hello")) {
                return reading.pieces.stream().anyMatch(p -> p.is("task") && p.hangul());
            }
        }
        return false;
    }
}
