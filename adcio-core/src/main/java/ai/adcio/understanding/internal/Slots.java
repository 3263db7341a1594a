package ai.adcio.understanding.internal;

import ai.adcio.catalog.Constraint;
import ai.adcio.catalog.Constraint.AnyOf;
import ai.adcio.catalog.Constraint.Either;
import ai.adcio.catalog.Constraint.NoneOf;
import ai.adcio.catalog.Constraint.Present;
import ai.adcio.catalog.Constraint.Range;
import ai.adcio.catalog.Fields;
import ai.adcio.catalog.Match;
import ai.adcio.understanding.internal.Meaning.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What each constraint of a need is about, so that a later turn can replace it. */
final class Slots {
    /** The slot of the kind of product. */
    static final String KIND = "kind";

    private Slots() {}

    /** The slot of a constraint; {@code !} stands before that of an exclusion. */
    static String of(Constraint constraint) {
        return switch (constraint) {
            case AnyOf any ->
                any.field().equals(Fields.CATEGORIES) || any.field().equals(Fields.TITLE) ? KIND : any.field();
            case NoneOf none -> "!" + none.field();
            case Range range -> range.field();
            case Present present -> present.field();
            case Either either -> of(either.alternatives().getFirst());
        };
    }

    /** The categories that a constraint on the kind names; empty when it goes by titles. */
    static List<String> categories(@Nullable Constraint kind) {
        return switch (kind) {
            case AnyOf any when any.field().equals(Fields.CATEGORIES) -> any.values();
            case Either either ->
                either.alternatives().stream()
                        .flatMap(c -> categories(c).stream())
                        .toList();
            case null, default -> List.of();
        };
    }

    /** Whether two constraints stand for the same kind. */
    static boolean sameKind(@Nullable Constraint a, @Nullable Constraint b) {
        if (a == null || b == null) {
            return false;
        }
        List<String> left = categories(a);
        List<String> right = categories(b);
        return left.isEmpty() || right.isEmpty()
                ? KindLinker.stem(a.text()).equals(KindLinker.stem(b.text()))
                : Set.copyOf(left).equals(Set.copyOf(right));
    }

    /** A constraint for kinds of which any will do. */
    static Constraint kind(String text, List<Kind> kinds, boolean titlesToo) {
        Set<String> categories = new LinkedHashSet<>();
        Set<String> phrases = new LinkedHashSet<>();
        for (Kind kind : kinds) {
            categories.addAll(kind.categories());
            if (kind.categories().isEmpty() || titlesToo) {
                kind.phrases().forEach(p -> phrases.add(KindLinker.stem(p)));
            }
        }
        List<Constraint> alternatives = new ArrayList<>();
        if (!categories.isEmpty()) {
            alternatives.add(new AnyOf(text, Fields.CATEGORIES, Match.EXACT, List.copyOf(categories)));
        }
        if (!phrases.isEmpty()) {
            alternatives.add(new AnyOf(text, Fields.TITLE, Match.WORDS, List.copyOf(phrases)));
        }
        return alternatives.size() == 1 ? alternatives.getFirst() : new Either(text, alternatives);
    }

    /** One constraint for values of one field of which any will do. */
    static Constraint value(String text, String field, Match match, List<String> values) {
        if (!field.equals(Fields.CATEGORIES)) {
            return new AnyOf(text, field, match, values);
        }
        AnyOf department = new AnyOf(text, field, match, values);
        return new Either(text, List.of(department, new AnyOf(text, Fields.TITLE, Match.WORDS, values)));
    }
}
