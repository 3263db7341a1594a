package ai.adcio.understanding.internal;

import ai.adcio.conversation.ShopperFact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The words of the language resources, all files merged: what no catalogue can know of itself. Immutable.
 *
 * @param tags phrases by their part in the grammar
 * @param currencies phrases by ISO 4217 code
 * @param fields how questions name a concept's field
 * @param concepts the names under which catalogues record a concept
 * @param optionConcepts concepts whose values are options of which the buyer takes one
 * @param values families of values that mean the same
 * @param kinds families of names for one kind of product, and umbrella names
 * @param brands well-known brands, each in all its spellings
 * @param unrecorded wishes that many catalogues record nothing about
 * @param facts what shoppers say of themselves
 * @param reasons why a wish is set aside, by language tag
 * @param respellings how chats spell, with the usual spelling
 * @param units units of measure, each in all its spellings
 * @param sensitivities how shoppers say that they bear something badly, {@code *} standing for it
 */
record Lexicon(
        Map<String, List<String>> tags,
        Map<String, List<String>> currencies,
        Map<String, List<String>> fields,
        Map<String, List<String>> concepts,
        List<String> optionConcepts,
        List<ValueFamily> values,
        List<KindFamily> kinds,
        List<List<String>> brands,
        List<UnrecordedWish> unrecorded,
        List<FactWords> facts,
        Map<String, String> reasons,
        Map<String, String> respellings,
        Map<String, List<String>> units,
        List<String> sensitivities) {

    /** Nothing at all. */
    static final Lexicon EMPTY = new Lexicon(
            Map.of(), Map.of(), Map.of(), Map.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
            Map.of(), Map.of(), Map.of(), List.of());

    /**
     * Words for one value.
     *
     * @param words how shoppers say it
     * @param values how catalogues record it; the words themselves when empty; {@code *} for any value
     * @param also words of another family whose products fit too, as unisex does for men
     */
    record ValueFamily(String concept, List<String> words, List<String> values, List<String> also) {}

    /**
     * Words for one kind of product.
     *
     * @param includes narrower kinds, when the words are an umbrella for them
     */
    record KindFamily(List<String> words, List<String> includes) {}

    /** A wish, the fields that would answer it, and its words. */
    record UnrecordedWish(String topic, List<String> fields, List<String> words) {}

    /**
     * A fact, the cues by which cautions speak of it, and its words.
     *
     * @param substances what someone may be sensitive to; each is read in every pattern of the sensitivities
     */
    record FactWords(ShopperFact.Kind kind, List<String> cues, List<String> words, List<String> substances) {}

    /** The words of this lexicon followed by those of another. */
    Lexicon plus(Lexicon other) {
        Map<String, String> allReasons = new LinkedHashMap<>(reasons);
        allReasons.putAll(other.reasons);
        Map<String, String> allRespellings = new LinkedHashMap<>(respellings);
        allRespellings.putAll(other.respellings);
        return new Lexicon(
                merge(tags, other.tags),
                merge(currencies, other.currencies),
                merge(fields, other.fields),
                merge(concepts, other.concepts),
                concat(optionConcepts, other.optionConcepts),
                concat(values, other.values),
                concat(kinds, other.kinds),
                concat(brands, other.brands),
                concat(unrecorded, other.unrecorded),
                concat(facts, other.facts),
                Map.copyOf(allReasons),
                Map.copyOf(allRespellings),
                merge(units, other.units),
                concat(sensitivities, other.sensitivities));
    }

    private static Map<String, List<String>> merge(Map<String, List<String>> a, Map<String, List<String>> b) {
        Map<String, List<String>> merged = new LinkedHashMap<>(a);
        b.forEach((key, words) -> merged.merge(key, words, Lexicon::concat));
        return merged;
    }

    private static <T> List<T> concat(List<T> a, List<T> b) {
        List<T> all = new ArrayList<>(a);
        all.addAll(b);
        return List.copyOf(all);
    }
}
