package ai.adcio.agent;

import ai.adcio.catalog.Constraint;
import ai.adcio.catalog.Product;
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
 * @param cautioned how many were dropped because their cautions speak of the shopper
 * @param sawCautions whether any product looked at has cautions at all
 */
record Selection(
        List<Product> products,
        Map<String, List<Candidate.Provenance>> provenance,
        int cautioned,
        boolean sawCautions) {
    /** How many candidates that pass are looked at for the words of the need; further ones are too far down to show. */
    private static final int LOOKED_AT = 50;

    static Selection of(List<Candidate> candidates, TurnContext turn, List<Constraint> constraints, int limit) {
        List<Product> products = new ArrayList<>();
        Map<String, List<Candidate.Provenance>> provenance = new HashMap<>();
        int cautioned = 0;
        boolean sawCautions = false;
        for (var candidate : candidates) {
            if (products.size() == LOOKED_AT) {
                break;
            }
            Product product = turn.catalog().records().get(candidate.id());
            if (product == null || turn.need().excludedIds().contains(candidate.id())) {
                continue;
            }
            sawCautions |= !product.attribute("cautions").isEmpty();
            switch (Guard.check(product, turn.need(), constraints)) {
                case PASSES -> {
                    products.add(product);
                    provenance.put(product.id(), candidate.provenance());
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
