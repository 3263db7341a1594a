package ai.adcio.conversation;

import ai.adcio.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The state of one conversation: all that a second instance of the agent would need to go on. Immutable and thread
 * safe; bounded, as only the newest exchanges, lists, needs and questions are kept, and the ads shown most.
 *
 * @param id the shop's id of the conversation
 * @param version how often it was saved; 0 for one that never was
 * @param turns how many turns were answered
 * @param language the language of the last answer, or null before the first
 * @param need the current need
 * @param earlierNeeds needs of other topics that were left, most recent first ("back to the lights")
 * @param history the newest exchanges, oldest first
 * @param shown what was shown, most recent first
 * @param focusId the product last talked about, or null
 * @param askedAttributes attributes that the clerk asked about for the current need, each once, the newest last
 * @param adImpressions how often each campaign was shown in this conversation; of more than {@link #CAMPAIGNS} those
 *     shown most
 */
public record Conversation(
        String id,
        long version,
        int turns,
        @Nullable Language language,
        ShoppingNeed need,
        List<ShoppingNeed> earlierNeeds,
        List<Exchange> history,
        List<ShownList> shown,
        @Nullable String focusId,
        List<String> askedAttributes,
        Map<String, Integer> adImpressions) {
    /** How many exchanges, lists, needs and attributes asked about are kept. */
    public static final int MEMORY = 20;

    /** How many campaigns are remembered. */
    public static final int CAMPAIGNS = 200;

    /** Copies the lists and cuts them to {@link #MEMORY}. */
    public Conversation {
        earlierNeeds = first(earlierNeeds);
        history = Newest.of(history, MEMORY);
        shown = first(shown);
        // Asked again, an attribute is the newest one.
        askedAttributes = Newest.of(
                askedAttributes.reversed().stream().distinct().toList().reversed(), MEMORY);
        adImpressions = mostShown(adImpressions);
    }

    /** A conversation in which nobody has spoken. */
    public static Conversation start(String id) {
        return new Conversation(
                id, 0, 0, null, ShoppingNeed.EMPTY, List.of(), List.of(), List.of(), null, List.of(), Map.of());
    }

    /** The most recent list that ordinals count in, or null. */
    public @Nullable ShownList latestList() {
        for (ShownList list : shown) {
            if (list.ordinal()) {
                return list;
            }
        }
        return null;
    }

    /** The products of the most recent reply with cards, or an empty list. */
    public List<String> latestShown() {
        return shown.isEmpty() ? List.of() : shown.getFirst().productIds();
    }

    /** The most recent exchange, or null before the first. */
    public @Nullable Exchange lastExchange() {
        return history.isEmpty() ? null : history.getLast();
    }

    /** The same state under another version number. */
    public Conversation withVersion(long newVersion) {
        return new Conversation(
                id,
                newVersion,
                turns,
                language,
                need,
                earlierNeeds,
                history,
                shown,
                focusId,
                askedAttributes,
                adImpressions);
    }

    private static <T> List<T> first(List<T> list) {
        return List.copyOf(list.size() <= MEMORY ? new ArrayList<>(list) : list.subList(0, MEMORY));
    }

    private static Map<String, Integer> mostShown(Map<String, Integer> impressions) {
        if (impressions.size() <= CAMPAIGNS) {
            return Map.copyOf(impressions);
        }
        return impressions.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(CAMPAIGNS)
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
