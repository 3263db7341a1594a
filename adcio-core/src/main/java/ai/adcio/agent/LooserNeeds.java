package ai.adcio.agent;

import ai.adcio.catalog.Constraint;
import ai.adcio.conversation.ShoppingNeed;
import ai.adcio.retrieval.Deadline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is left of a need that nothing meets when conditions are given up: one, else two, else all but the kind. Only
 * the most promising are counted, and only for a share of the time that the turn has left, as a refusal must not take
 * longer the more was asked for.
 *
 * @param all every condition of the need
 * @param promising those worth giving up, the most promising first; never the kind of product
 */
record LooserNeeds(List<Constraint> all, List<Constraint> promising) {
    /** So many conditions are given up together before only the kind is kept. */
    static final int MOST_DROPPED = 2;

    private static final int MOST_SINGLES = 4;
    private static final int MOST_IN_PAIRS = 3;
    private static final int SHARE_OF_TIME = 3;

    LooserNeeds {
        all = List.copyOf(all);
        promising = List.copyOf(promising);
    }

    static LooserNeeds of(ShoppingNeed need) {
        List<Constraint> all = need.constraints();
        List<Constraint> promising = new ArrayList<>(
                all.stream().filter(c -> !Kinds.names(c, need)).toList().reversed());
        // The sort keeps the newest first among equals.
        promising.sort(Comparator.comparingInt(LooserNeeds::promise));
        return new LooserNeeds(all, promising);
    }

    /**
     * A looser need and how many products meet it.
     *
     * @param dropped the conditions given up
     * @param kept the others
     * @param count one or more
     */
    record Counted(List<Constraint> dropped, List<Constraint> kept, long count) {}

    /** Whether there is no condition to give up. */
    boolean isEmpty() {
        return promising.isEmpty();
    }

    /** The conditions that are left when only the kind is kept. */
    List<Constraint> kindAlone() {
        return without(promising);
    }

    /** The best that was found in time, or null. */
    @Nullable
    Counted best(TurnContext turn) {
        Deadline share = turn.search().share(SHARE_OF_TIME);
        List<List<Constraint>> singles =
                promising.stream().limit(MOST_SINGLES).map(List::of).toList();
        if (promising.size() == 1 && all.size() == 1) {
            // Without its one condition the need is the whole shop.
            return null;
        }
        Counted best = most(turn, singles, share);
        if (best == null && promising.size() > 1) {
            best = most(turn, pairs(), share);
        }
        if (best == null && promising.size() > MOST_DROPPED && !kindAlone().isEmpty()) {
            best = most(turn, List.of(promising), share);
        }
        return best;
    }

    private List<List<Constraint>> pairs() {
        int most = Math.min(promising.size(), MOST_IN_PAIRS);
        List<List<Constraint>> pairs = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            for (int j = i + 1; j < most; j++) {
                pairs.add(List.of(promising.get(i), promising.get(j)));
            }
        }
        return pairs;
    }

    private @Nullable Counted most(TurnContext turn, List<List<Constraint>> choices, Deadline share) {
        Counted best = null;
        for (List<Constraint> dropped : choices) {
            List<Constraint> kept = without(dropped);
            Long count = share.expired() ? null : turn.search().count(turn.meaning(), kept, share);
            if (count != null && count > 0 && (best == null || count > best.count())) {
                best = new Counted(all.stream().filter(dropped::contains).toList(), kept, count);
            }
        }
        return best;
    }

    private List<Constraint> without(List<Constraint> dropped) {
        return all.stream().filter(c -> !dropped.contains(c)).toList();
    }

    /** A bound leaves out most and an exclusion least. */
    private static int promise(Constraint constraint) {
        return switch (constraint) {
            case Constraint.Range ignored -> 0;
            case Constraint.AnyOf ignored -> 1;
            case Constraint.Present ignored -> 1;
            case Constraint.Either ignored -> 1;
            case Constraint.NoneOf ignored -> 2;
        };
    }
}
