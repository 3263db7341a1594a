package ai.adcio.ads;

import ai.adcio.AdcioException;
import ai.adcio.catalog.Product;
import ai.adcio.conversation.Conversation;
import ai.adcio.conversation.Intent;
import ai.adcio.conversation.ShopperFact;
import ai.adcio.ranking.Guard;

/**
 * When an ad may be shown, and which. What it allows is bounded by three numbers; the rest is not for sale: no ad where
 * shoppers spoke of their health, ask for a person, their orders or the shop's terms, or got no product; none that breaks
 * a condition, was excluded, cannot be ordered, is cautioned against what shoppers said of themselves, or stands among
 * the cards already. Immutable and thread safe.
 *
 * @param relevanceFloor the least {@linkplain Relevance relevance} of the advertised product to the need, 0 to 1
 * @param perCampaign how often one campaign is shown in one conversation at most
 * @param perConversation how many ads one conversation has at most
 */
public record AdPolicy(double relevanceFloor, int perCampaign, int perConversation) {
    /** Half of what is sought, by weight, must be in the product; a campaign twice, ten ads in a conversation. */
    public static final AdPolicy DEFAULT = new AdPolicy(0.5, 2, 10);

    /** Rejects a floor that would let anything or nothing through, and negative caps. */
    public AdPolicy {
        if (!(relevanceFloor > 0 && relevanceFloor <= 1)) {
            throw new AdcioException("relevanceFloor is " + relevanceFloor + "; give a number above 0 and up to 1");
        }
        if (perCampaign < 0 || perConversation < 0) {
            throw new AdcioException("the caps are " + perCampaign + " a campaign and " + perConversation
                    + " a conversation; give zero or more");
        }
    }

    /** Whether any ad may stand beside this answer. */
    boolean allows(AdMoment moment) {
        return !moment.failed()
                && !moment.cardIds().isEmpty()
                && looksForProducts(moment.intent())
                && !speaksOfHealth(moment)
                && impressions(moment.conversation()) < perConversation;
    }

    /** Whether a campaign has not been shown too often in this conversation. */
    boolean allows(AdOffer offer, Conversation conversation) {
        return conversation.adImpressions().getOrDefault(offer.campaignId(), 0) < perCampaign;
    }

    /** Whether a product may be advertised beside this answer. */
    boolean allows(Product product, AdMoment moment, Relevance relevance) {
        return !moment.cardIds().contains(product.id())
                && product.availability().orderable()
                && Guard.check(product, moment.need()) == Guard.Verdict.PASSES
                && relevance.of(product) >= relevanceFloor;
    }

    private static boolean looksForProducts(Intent intent) {
        return switch (intent) {
            case SEARCH, REFINE, COMPARE, COUNT_OR_SUPERLATIVE -> true;
            // Questions about one product or the page may be about health or trouble with it: not a moment to sell.
            case PRODUCT_DETAILS,
                    PAGE_QUESTION,
                    NAVIGATE,
                    ORDER_SUPPORT,
                    STORE_INFO,
                    SMALL_TALK,
                    HANDOFF,
                    UNSUPPORTED -> false;
        };
    }

    private static boolean speaksOfHealth(AdMoment moment) {
        return moment.need().facts().stream().anyMatch(fact -> fact.kind() != ShopperFact.Kind.SIZE);
    }

    private static int impressions(Conversation conversation) {
        return conversation.adImpressions().values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }
}
