package ai.adcio.ranking;

import ai.adcio.catalog.Fields;
import ai.adcio.catalog.Product;
import ai.adcio.catalog.TextFolding;
import ai.adcio.conversation.ShopperFact;
import java.util.ArrayList;
import java.util.List;

/** Holds a product's cautions against what shoppers said of themselves. Stateless and thread safe. */
public final class Cautions {
    /** The attribute in which a catalogue records for whom a product is not. */
    public static final String ATTRIBUTE = "cautions";

    /** The field of that attribute. */
    public static final String FIELD = Fields.attribute(ATTRIBUTE);

    // A shorter one starts words that mean something else, as iron does in ironing.
    private static final int SHORTEST_STEM = 6;

    private Cautions() {}

    /** Those cautions of the product, word for word, that speak of one of the facts; empty when none does. */
    public static List<String> against(Product product, List<ShopperFact> facts) {
        List<String> cautions = product.attribute(ATTRIBUTE);
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
        return fact.cues().stream()
                .anyMatch(cue -> TextFolding.containsPhrase(caution, cue) || startsAWord(caution, cue));
    }

    /** Whether a cue is the stem of a word of the caution, as {@code pregnan} is of pregnant and of pregnancy. */
    private static boolean startsAWord(String caution, String cue) {
        String stem = TextFolding.fold(cue);
        return stem.length() >= SHORTEST_STEM
                && TextFolding.words(caution).stream().anyMatch(word -> word.startsWith(stem));
    }
}
