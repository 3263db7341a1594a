package ai.adcio.ads;

import ai.adcio.AdcioException;
import ai.adcio.catalog.Product;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Chooses at most one ad beside a finished answer: the first offer of the source, which gives the highest bid first,
 * that the policy allows. The same offers and the same moment always give the same slot. Thread safe.
 */
public final class AdSelector {
    /** The placement that slots name unless the shop gives its own. */
    public static final String DEFAULT_PLACEMENT = "agent-reply";

    // Bounds what a turn spends on a source that sends whatever it has; sources send what fits first.
    private static final int OFFERS_LOOKED_AT = 200;
    private static final Logger LOG = LoggerFactory.getLogger(AdSelector.class);

    private final AdSource source;
    private final AdPolicy policy;
    private final String placementId;
    private final Clock clock;

    /** Chooses from a source by {@link AdPolicy#DEFAULT}, for {@link #DEFAULT_PLACEMENT}, by the system's clock. */
    public AdSelector(AdSource source) {
        this(source, AdPolicy.DEFAULT, DEFAULT_PLACEMENT, Clock.systemUTC());
    }

    /**
     * Chooses from a source.
     *
     * @param source where offers come from
     * @param policy what may be shown
     * @param placementId where on the page the slot stands, for the event log; not blank
     * @param clock tells the time of a turn
     */
    public AdSelector(AdSource source, AdPolicy policy, String placementId, Clock clock) {
        if (placementId.isBlank()) {
            throw new AdcioException("placementId is blank; name where on the page the ad stands");
        }
        this.source = source;
        this.policy = policy;
        this.placementId = placementId;
        this.clock = clock;
    }

    /** The ad for a moment, already taken from its source, or null when there is none. Never throws. */
    public @Nullable AdSlot select(AdMoment moment) {
        if (!policy.allows(moment)) {
            return null;
        }
        try {
            return choose(moment);
        } catch (RuntimeException e) {
            // An ad is never worth an answer.
            LOG.warn(
                    "the ad source {} failed with {}",
                    source.getClass().getName(),
                    e.getClass().getSimpleName());
            LOG.debug("the ad source failed", e);
            return null;
        }
    }

    private @Nullable AdSlot choose(AdMoment moment) {
        Relevance relevance = Relevance.to(moment.need(), moment.catalog());
        AdRequest request =
                new AdRequest(moment.requestId(), moment.need(), relevance.words(), moment.language(), clock.instant());
        List<AdOffer> offers = source.offers(request);
        for (AdOffer offer : offers.subList(0, Math.min(offers.size(), OFFERS_LOOKED_AT))) {
            if (!policy.allows(offer, moment.conversation())) {
                continue;
            }
            Product product = moment.catalog().records().get(offer.productId());
            if (product != null && policy.allows(product, moment, relevance) && source.take(offer, request)) {
                return slot(offer, product, moment);
            }
        }
        return null;
    }

    private AdSlot slot(AdOffer offer, Product product, AdMoment moment) {
        String query = "?requestId=" + encoded(moment.requestId()) + "&adsetId=" + encoded(offer.adsetId());
        return new AdSlot(
                "ad-1",
                moment.requestId(),
                placementId,
                offer.adsetId(),
                AdLabel.in(moment.language()),
                product,
                offer.advertiser(),
                offer.campaignId(),
                new AdSlot.Beacons("/adcio/events/impression" + query, "/adcio/events/click" + query));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
