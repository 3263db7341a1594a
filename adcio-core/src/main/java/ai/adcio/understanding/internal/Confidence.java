package ai.adcio.understanding.internal;

import ai.adcio.conversation.Intent;
import ai.adcio.understanding.Ask;
import ai.adcio.understanding.internal.Meaning.Kind;
import ai.adcio.understanding.internal.TurnReading.Named;

/**
 * The chance that a turn is understood rightly: a logistic model of what is known before anything is retrieved.
 *
 * <p>Each weight says by how much one thing moves the log-odds. They were fitted together, so that none is a judgement of
 * its own; {@code docs/confidence.md} says on what, and how well they hold.
 */
final class Confidence {
    /** The log-odds of an empty turn, were it any; that of turns which the grammar was not written along. */
    private static final double BASE = 4.40;

    /** Each doubling or so of the turn's length is another chance to miss something. */
    private static final double LENGTH = -1.10;

    /** A word that is sought as it stands, since nothing in the grammar or the catalogue explains it. */
    private static final double WORD = -0.35;

    /** The turn was taken to name something, or to ask for products, for the sake of unexplained words alone. */
    private static final double WORDS_ALONE = -1.35;

    /** Nothing could be made of the turn. */
    private static final double UNREADABLE = -2.25;

    /** Products are shown or counted: there is more to get wrong than in a question about one. */
    private static final double SHELVES = -1.35;

    /** A condition that was found accounts for part of the turn. */
    private static final double CONDITION = 0.75;

    /** A kind that only titles know, or that categories merely end in. */
    private static final double LOOSE_KIND = -0.85;

    /** The kind sought so far was left, though no word of the turn asks for anything. */
    private static final double TOPIC_LEFT = -1.20;

    /** "The second one", "it": where there is nothing to point at. */
    private static final double DANGLING = -1.05;

    /** Courtesies, the shop's terms, a call for a person: said in few ways. */
    private static final double SERVICE = 1.40;

    /** A turn before this one, which may have been misread and is built upon. */
    private static final double TURN_BEFORE = -0.30;

    private static final int MOST_WORDS = 3;
    private static final int MOST_CONDITIONS = 3;
    private static final int MOST_TURNS = 4;

    /** Words with which a shopper turns to something else. */
    private static final String[] REQUESTS = {
        "show", "carry", "instead", "newtopic", "reset", "back", "count", "any", "similar"
    };

    private Confidence() {}

    /** How likely it is that what was decided is what the turn means, 0 to 1. */
    static double of(Turn turn, Decision decision) {
        TurnReading reading = turn.reading();
        double odds = BASE
                + LENGTH * Math.log1p(length(reading))
                + WORD * Math.min(reading.words.size(), MOST_WORDS)
                + CONDITION * Math.min(decision.changed().size(), MOST_CONDITIONS)
                + TURN_BEFORE * Math.min(turn.conversation().turns(), MOST_TURNS)
                + when(restsOnWords(reading, decision), WORDS_ALONE)
                + when(decision.ask() instanceof Ask.Talk talk && talk.kind().equals("unreadable"), UNREADABLE)
                + when(looksAtShelves(decision), SHELVES)
                + when(reading.kinds.stream().anyMatch(Confidence::loose), LOOSE_KIND)
                + when(decision.topicChanged() && !reading.hasAny(REQUESTS), TOPIC_LEFT)
                + when(pointsAtNothing(turn.references(), decision), DANGLING)
                + when(service(decision), SERVICE);
        return 1 / (1 + Math.exp(-odds));
    }

    private static double when(boolean holds, double weight) {
        return holds ? weight : 0;
    }

    /** How many pieces of the turn say something. */
    private static int length(TurnReading reading) {
        int length = 0;
        for (Piece piece : reading.pieces) {
            length += piece.mark() || piece.is("end") || piece.is("fn") || piece.is("polite") ? 0 : 1;
        }
        return length;
    }

    private static boolean restsOnWords(TurnReading reading, Decision decision) {
        if (!decision.notCarried().isEmpty()) {
            return reading.absentKinds.isEmpty() && reading.absentBrands.isEmpty();
        }
        return decision.ask() instanceof Ask.Show && decision.changed().isEmpty() && !reading.words.isEmpty();
    }

    private static boolean looksAtShelves(Decision decision) {
        return decision.ask() instanceof Ask.Show || decision.intent() == Intent.COUNT_OR_SUPERLATIVE;
    }

    private static boolean loose(Named<Kind> kind) {
        return !kind.meaning().exact() || kind.meaning().categories().isEmpty();
    }

    private static boolean pointsAtNothing(References references, Decision decision) {
        return references.hasOrdinals() && references.list().isEmpty()
                || references.pointsAtOne() && references.pointed() == null
                || decision.ask() instanceof Ask.Details details
                        && details.productIds().isEmpty();
    }

    private static boolean service(Decision decision) {
        return decision.ask() instanceof Ask.ShopQuestion
                || decision.intent() == Intent.SMALL_TALK
                || decision.intent() == Intent.HANDOFF;
    }
}
