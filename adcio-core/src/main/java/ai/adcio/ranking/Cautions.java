package ai.adcio.ranking;

import ai.adcio.catalog.Fields;
import ai.adcio.catalog.Product;
import ai.adcio.catalog.TextFolding;
import ai.adcio.conversation.ShopperFact;
import java.util.ArrayList;
import java.util.List;

/** Holds a product's cautions against what shoppers said of themselves. Stateless and thread safe. */
public final class Cautions {
    /** The field in which a catalogue records for whom a product is not. */
    public static final String FIELD = Fields.attribute("cautions");

    private Cautions() {}

    /** Those cautions of the product, word for word, that speak of one of the facts; empty when none does. */
    public static List<String> against(Product product, List<ShopperFact> facts) {
        List<String> cautions = product.attribute("cautions");
        if (facts.isEmpty() || cautions.isEmpty()) {
            return List.of();
        }
        List<String> concerned = new ArrayList<>();
        for (String caution : cautions) {
            if (facts.stream().anyMatch(fact -> speaksOf(caution, fact))) {
                concerned.add(caution);
            }
        }
        return concerned;
    }

    private static boolean speaksOf(String caution, ShopperFact fact) {
        return fact.cues().stream().anyMatch(cue -> TextFolding.containsPhrase(caution, cue));
    }
}
