package ai.adcio.reply.internal;

import ai.adcio.Language;
import ai.adcio.catalog.CatalogCapabilities;
import ai.adcio.catalog.Constraint;
import ai.adcio.catalog.Fields;
import ai.adcio.catalog.TextFolding;
import ai.adcio.catalog.ValueCount;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes conditions for shoppers of one language from what they hold products against, so that the text says what was
 * done and not how it was typed. An exclusion always reads as one. Immutable and thread safe.
 */
public final class ConditionWording {
    private static final int MOST_VALUES = 3;
    private static final int MOST_WORDS = 2;

    private final Phrases phrases;
    private final Wording wording;
    private final CatalogCapabilities capabilities;
    private final BoundWording bounds;

    /** Writes in the language of the phrases, with the names of the catalogue. */
    public ConditionWording(Phrases phrases, Wording wording, CatalogCapabilities capabilities) {
        this.phrases = phrases;
        this.wording = wording;
        this.capabilities = capabilities;
        this.bounds = new BoundWording(phrases, wording, capabilities);
    }

    /** The condition, such as {@code under $21.90} or {@code not red}; empty when there is nothing to say of it. */
    public String of(Constraint constraint) {
        return switch (constraint) {
            case Constraint.AnyOf c -> named(c.text(), c.field(), c.values());
            case Constraint.NoneOf c -> not(c.field(), excluded(c));
            case Constraint.Range c -> bounds.of(c);
            case Constraint.Present c -> present(c.field());
            case Constraint.Either c -> either(c);
        };
    }

    /** What an exclusion leaves out, without the negation: for sentences that ask for it back. */
    public String excluded(Constraint.NoneOf exclusion) {
        String named = named(exclusion.text(), exclusion.field(), exclusion.values());
        return named.isBlank() ? String.join(", ", exclusion.values()) : named;
    }

    /** The condition with its text as {@link #of} writes it, for the wire. */
    public Constraint worded(Constraint constraint) {
        String text = of(constraint);
        if (text.isBlank()) {
            return constraint;
        }
        return switch (constraint) {
            case Constraint.AnyOf c -> new Constraint.AnyOf(text, c.field(), c.match(), c.values());
            case Constraint.NoneOf c -> new Constraint.NoneOf(text, c.field(), c.match(), c.values(), c.choice());
            case Constraint.Range c -> new Constraint.Range(text, c.field(), c.lower(), c.upper(), c.currency());
            case Constraint.Present c -> new Constraint.Present(text, c.field());
            case Constraint.Either c ->
                new Constraint.Either(
                        text, c.alternatives().stream().map(this::worded).toList());
        };
    }

    private String either(Constraint.Either either) {
        // A kind by its category or by its name in titles is one wish.
        boolean one = either.alternatives().stream()
                .allMatch(c -> c instanceof Constraint.AnyOf && c.text().equals(either.text()));
        return or(either.alternatives().stream()
                .limit(one ? 1 : either.alternatives().size())
                .map(this::of)
                .filter(text -> !text.isBlank())
                .distinct()
                .toList());
    }

    private String not(String field, String what) {
        String own = "condition.not." + field;
        return phrases.say(phrases.has(own) ? own : "condition.not", what);
    }

    private String present(String field) {
        return field.equals(Fields.LIST_PRICE)
                ? phrases.say("condition.onSale")
                : phrases.say("condition.present", phrases.fieldName(field));
    }

    private String named(String text, String field, List<String> values) {
        if (field.equals(Fields.AVAILABILITY)) {
            return or(values.stream().map(this::availability).toList());
        }
        if (field.equals(Fields.BRAND)) {
            return brands(text, values);
        }
        if (Fields.attributeName(field) == null) {
            return kind(text, field, values);
        }
        Flag flag = Flag.of(values.getFirst());
        if (flag != null) {
            return flag(text, field, flag);
        }
        List<String> given = mentioned(text, values);
        if (!given.isEmpty()) {
            return value(field, or(words(given)));
        }
        String said = wording.word(text);
        boolean plain = TextFolding.words(said).size() <= MOST_WORDS && Writing.suits(language(), said);
        return plain && !said.isBlank() ? said : value(field, or(words(values)));
    }

    private String flag(String text, String field, Flag flag) {
        boolean said =
                !text.isBlank() && TextFolding.words(text).size() <= MOST_WORDS && Writing.suits(language(), text);
        if (said) {
            return text;
        }
        String name = phrases.flagName(field);
        return flag == Flag.YES ? name : phrases.say("condition.not", name);
    }

    private String value(String field, String value) {
        String phrase = "condition.value." + field;
        return phrases.has(phrase) ? phrases.say(phrase, value) : value;
    }

    private String availability(String name) {
        String phrase = "condition.availability." + name;
        return phrases.has(phrase) ? phrases.say(phrase) : name;
    }

    /** A kind of product by the catalogue's own name where there is one to choose, else as the shopper said it. */
    private String kind(String text, String field, List<String> values) {
        boolean one = field.equals(Fields.CATEGORIES) && values.size() == 1;
        if (one && Writing.suits(language(), values.getFirst()) && Writing.suits(language(), text)) {
            return values.getFirst();
        }
        if (!text.isBlank()) {
            return text;
        }
        return or(values.stream().limit(MOST_VALUES).toList());
    }

    /** Brands by the catalogue's spelling; of several spellings of one brand that which most products have. */
    private String brands(String text, List<String> values) {
        List<String> given = mentioned(text, values);
        if (!given.isEmpty()) {
            return or(given);
        }
        return values.size() == 1 ? values.getFirst() : mostFrequent(values);
    }

    private String mostFrequent(List<String> spellings) {
        for (ValueCount brand : capabilities.brands()) {
            if (spellings.contains(brand.value())) {
                return brand.value();
            }
        }
        return spellings.getFirst();
    }

    /** Those values that the shopper named, each in one spelling; a value within a longer one is not meant by itself. */
    private static List<String> mentioned(String text, List<String> values) {
        Map<String, String> named = new LinkedHashMap<>();
        for (String value : values) {
            if (TextFolding.containsPhrase(text, value)) {
                named.putIfAbsent(TextFolding.fold(value), value);
            }
        }
        List<String> whole = new ArrayList<>();
        named.forEach((folded, value) -> {
            boolean within = named.keySet().stream()
                    .anyMatch(other -> other.length() > folded.length() && TextFolding.containsPhrase(other, folded));
            if (!within) {
                whole.add(value);
            }
        });
        return whole.size() <= MOST_VALUES ? whole : List.of();
    }

    private List<String> words(List<String> values) {
        return values.stream()
                .map(value -> lower(wording.word(value)))
                .distinct()
                .limit(MOST_VALUES)
                .toList();
    }

    /** Black is black within a sentence; M, GPS and Gore-Tex stay as they are. */
    private static String lower(String value) {
        return value.matches("\\p{Lu}\\p{Ll}+( \\p{L}\\p{Ll}+)*") ? value.toLowerCase(Locale.ROOT) : value;
    }

    private String or(List<String> parts) {
        String text = "";
        for (String part : parts) {
            text = text.isEmpty() ? part : phrases.say("condition.or", text, part);
        }
        return text;
    }

    private Language language() {
        return phrases.language();
    }
}
