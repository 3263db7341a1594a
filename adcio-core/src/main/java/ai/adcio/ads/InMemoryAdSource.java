package ai.adcio.ads;

import ai.adcio.AdcioException;
import ai.adcio.catalog.Catalog;
import ai.adcio.catalog.Product;
import ai.adcio.catalog.TextFolding;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Campaigns kept in this process. A campaign with keywords is offered where the need holds all words of one of them; one
 * without is offered where the need shares a word with what its product's record says it is. Bids of one currency
 * compare; currencies stand in the order of their codes. Budgets are counted by campaign and day, in this process alone:
 * shops with several instances keep campaigns in a source of their own. Thread safe.
 */
public final class InMemoryAdSource implements AdSource {
    private static final Comparator<Campaign> HIGHEST_BID_FIRST = Comparator.comparing(
                    (Campaign campaign) -> campaign.bid().currency().getCurrencyCode())
            .thenComparing(campaign -> campaign.bid().amount(), Comparator.reverseOrder())
            .thenComparing(Campaign::campaignId);

    private final Map<String, Campaign> campaigns = new HashMap<>();
    // By word, so that a turn does not look at every campaign there is.
    private final Map<String, List<Campaign>> byWord = new HashMap<>();
    private final ZoneId zone;
    private final ConcurrentMap<String, Spent> spent = new ConcurrentHashMap<>();

    private InMemoryAdSource(ZoneId zone) {
        this.zone = zone;
    }

    /** Keeps campaigns whose days begin at midnight UTC. */
    public static InMemoryAdSource of(Collection<Campaign> campaigns, Catalog catalog) {
        return of(campaigns, catalog, ZoneOffset.UTC);
    }

    /**
     * Keeps campaigns.
     *
     * @param campaigns no id twice; one without keywords whose product the catalogue does not have is never offered
     * @param catalog tells what the products of campaigns without keywords are; read once, here
     * @param zone where a budget's day begins at midnight
     * @throws AdcioException when an id stands twice
     */
    public static InMemoryAdSource of(Collection<Campaign> campaigns, Catalog catalog, ZoneId zone) {
        InMemoryAdSource source = new InMemoryAdSource(zone);
        for (Campaign campaign : campaigns) {
            if (source.campaigns.put(campaign.campaignId(), campaign) != null) {
                throw new AdcioException("campaignId " + campaign.campaignId()
                        + " stands twice; give every campaign one" + " of its own");
            }
            for (String word : words(campaign, catalog)) {
                source.byWord.computeIfAbsent(word, w -> new ArrayList<>()).add(campaign);
            }
        }
        return source;
    }

    @Override
    public List<AdOffer> offers(AdRequest request) {
        Set<String> sought = new HashSet<>(request.words());
        Set<Campaign> found = new LinkedHashSet<>();
        for (String word : forms(sought)) {
            found.addAll(byWord.getOrDefault(word, List.of()));
        }
        return found.stream()
                .filter(campaign -> campaign.runsAt(request.at()))
                .filter(campaign -> campaign.keywords().isEmpty() || asksFor(campaign, sought))
                .filter(campaign -> affordable(campaign, spentOn(campaign, request.at())))
                .sorted(HIGHEST_BID_FIRST)
                .map(InMemoryAdSource::offer)
                .toList();
    }

    @Override
    public boolean take(AdOffer offer, AdRequest request) {
        Campaign campaign = campaigns.get(offer.campaignId());
        if (campaign == null || !campaign.runsAt(request.at())) {
            return false;
        }
        LocalDate today = LocalDate.ofInstant(request.at(), zone);
        boolean[] taken = new boolean[1];
        spent.compute(campaign.campaignId(), (id, before) -> {
            BigDecimal sofar = before == null || before.day().isBefore(today) ? BigDecimal.ZERO : before.amount();
            taken[0] = affordable(campaign, sofar);
            if (!taken[0]) {
                return before;
            }
            // A turn that began before midnight counts for the newer day, so that no day is counted anew.
            LocalDate day = before == null || before.day().isBefore(today) ? today : before.day();
            return new Spent(day, sofar.add(campaign.bid().amount()));
        });
        return taken[0];
    }

    private BigDecimal spentOn(Campaign campaign, Instant at) {
        Spent sofar = spent.get(campaign.campaignId());
        return sofar == null || sofar.day().isBefore(LocalDate.ofInstant(at, zone)) ? BigDecimal.ZERO : sofar.amount();
    }

    private static boolean affordable(Campaign campaign, BigDecimal sofar) {
        return campaign.dailyBudget() == null
                || sofar.add(campaign.bid().amount())
                                .compareTo(campaign.dailyBudget().amount())
                        <= 0;
    }

    private static boolean asksFor(Campaign campaign, Set<String> sought) {
        return campaign.keywords().stream()
                .anyMatch(
                        keyword -> TextFolding.words(keyword).stream().allMatch(word -> Relevance.holds(sought, word)));
    }

    private static Set<String> words(Campaign campaign, Catalog catalog) {
        Set<String> words = new HashSet<>();
        if (!campaign.keywords().isEmpty()) {
            campaign.keywords().forEach(keyword -> words.addAll(TextFolding.words(keyword)));
        } else {
            Product product = catalog.find(campaign.productId());
            if (product != null) {
                words.addAll(Relevance.wordsOf(product));
            }
        }
        return forms(words);
    }

    /** Every word in the forms by which it may be looked up: its own, without a plural's s, and parts of Hangul words. */
    private static Set<String> forms(Set<String> words) {
        Set<String> forms = new LinkedHashSet<>(words);
        for (String word : words) {
            if (word.endsWith("s")) {
                forms.add(word.substring(0, word.length() - 1));
            }
            if (Character.UnicodeScript.of(word.codePointAt(0)) == Character.UnicodeScript.HANGUL) {
                for (int i = 0; i + 2 <= word.length(); i++) {
                    forms.add(word.substring(i, i + 2));
                }
            }
        }
        return forms;
    }

    private static AdOffer offer(Campaign campaign) {
        // A campaign of this file has one set of ads, which goes by the campaign's name.
        return new AdOffer(
                campaign.campaignId(),
                campaign.campaignId(),
                campaign.advertiser(),
                campaign.productId(),
                campaign.bid(),
                campaign.keywords().stream().map(TextFolding::fold).toList());
    }

    /**
     * What a campaign has spent.
     *
     * @param day on which day
     * @param amount how much, in the bid's currency
     */
    private record Spent(LocalDate day, BigDecimal amount) {}
}
