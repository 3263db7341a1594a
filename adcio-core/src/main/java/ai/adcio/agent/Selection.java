package ai.adcio.agent;

import ai.adcio.catalog.Constraint;
import ai.adcio.catalog.Product;
import ai.adcio.ranking.Cautions;
import ai.adcio.ranking.Guard;
import ai.adcio.retrieval.Candidate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What passed the guard, in order.
 *
 * @param products the products to show, at most as many as asked for
 * @param provenance which arms found each, by id
 * @param cautioned how many candidates were left out because their cautions speak of the shopper, wherever they stood
 * @param sawCautions whether any product looked at has cautions at all
 */
record Selection(
        List<Product> products,
        Map<String, List<Candidate.Provenance>> provenance,
        int cautioned,
        boolean sawCautions) {
    /** How many candidates that pass are looked at for the words of the need; further ones are too far down to show. */
    private static final int LOOKED_AT = 50;

    /** Nothing was looked at. */
    static final Selection NONE = new Selection(List.of(), Map.of(), 0, false);

    static Selection of(List<Candidate> candidates, TurnContext turn, List<Constraint> constraints, int limit) {
        List<Product> products = new ArrayList<>();
        Map<String, List<Candidate.Provenance>> provenance = new HashMap<>();
        int cautioned = 0;
        boolean sawCautions = false;
        // Whether something was left out must not depend on how many others came before it.
        boolean lookOn = !HealthNote.facts(turn).isEmpty();
        for (Candidate candidate : candidates) {
            if (products.size() == LOOKED_AT && !lookOn) {
                break;
            }
            Product product = turn.catalog().records().get(candidate.id());
            if (product == null || turn.need().excludedIds().contains(candidate.id())) {
                continue;
            }
            sawCautions |= !product.attribute(Cautions.ATTRIBUTE).isEmpty();
            switch (Guard.check(product, turn.need(), constraints)) {
                case PASSES -> {
                    if (products.size() < LOOKED_AT) {
                        products.add(product);
                        provenance.put(product.id(), candidate.provenance());
                    }
                }
                case CAUTIONED -> cautioned++;
                case EXCLUDED, BREAKS_CONSTRAINT -> {
                    // Dropped, whichever arm it came from.
                }
            }
        }
        List<Product> preferred = TermPreference.apply(products, turn.need());
        return new Selection(
                List.copyOf(preferred.subList(0, Math.min(limit, preferred.size()))),
                provenance,
                cautioned,
                sawCautions);
    }
}
