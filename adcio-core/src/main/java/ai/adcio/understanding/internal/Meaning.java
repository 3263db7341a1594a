package ai.adcio.understanding.internal;

import ai.adcio.catalog.Match;
import ai.adcio.conversation.ShopperFact;
import java.util.List;
import java.util.Map;

/** What a phrase can mean: a word of the language, or something that the catalogue records. */
sealed interface Meaning {
    /** A word of the language with a part in the grammar, such as {@code show} or {@code bound.lt}. */
    record Tag(String name) implements Meaning {}

    /**
     * A kind of product.
     *
     * @param categories the catalogue's names for it
     * @param exact whether a category goes by these very words, rather than by words that end in them
     * @param phrases how titles name it
     */
    record Kind(List<String> categories, boolean exact, List<String> phrases) implements Meaning {
        public Kind {
            categories = List.copyOf(categories);
            phrases = List.copyOf(phrases);
        }
    }

    /** Kinds of product that go by a common name and that this catalogue has none of. */
    record AbsentKind() implements Meaning {}

    /** A brand of the catalogue, in all its spellings. */
    record Brand(List<String> names, boolean commonWord) implements Meaning {
        public Brand {
            names = List.copyOf(names);
        }
    }

    /** A well-known brand that this catalogue does not carry. */
    record AbsentBrand() implements Meaning {}

    /**
     * A value that products can have.
     *
     * @param concept what the value is of, such as {@code color}
     * @param field the field it is recorded in
     * @param choice whether the field lists options of which the buyer takes one
     */
    record Value(String concept, String field, Match match, List<String> values, boolean choice) implements Meaning {
        public Value {
            values = List.copyOf(values);
        }
    }

    /** A field, as a question names it. */
    record FieldName(String concept, List<String> fields) implements Meaning {
        public FieldName {
            fields = List.copyOf(fields);
        }
    }

    /**
     * A unit of measure.
     *
     * @param fields the fields whose numbers all carry it, possibly none
     * @param values the values that carry it in fields that hold other things besides, by field
     */
    record Unit(List<String> fields, Map<String, List<String>> values) implements Meaning {
        public Unit {
            fields = List.copyOf(fields);
            values = Map.copyOf(values);
        }
    }

    /** A wish that this catalogue records nothing about. */
    record Unrecorded(String topic) implements Meaning {}

    /** Something that shoppers say of themselves. */
    record Fact(ShopperFact.Kind kind, List<String> cues) implements Meaning {
        public Fact {
            cues = List.copyOf(cues);
        }
    }

    /** A word that titles use. */
    record TitleWord() implements Meaning {}
}
