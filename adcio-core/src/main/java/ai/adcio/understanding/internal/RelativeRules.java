package ai.adcio.understanding.internal;

import ai.adcio.catalog.CatalogSnapshot;
import ai.adcio.catalog.Constraint.Bound;
import ai.adcio.catalog.Constraint.Range;
import ai.adcio.catalog.Fields;
import ai.adcio.catalog.Product;
import ai.adcio.conversation.Conversation;
import ai.adcio.conversation.PageContext;
import ai.adcio.understanding.Ask;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Wishes relative to what was shown: cheaper, better rated, more like it. */
final class RelativeRules {
    private final TurnReading reading;
    private final Vocabulary vocabulary;
    private final Conversation conversation;
    private final PageContext page;
    private final CatalogSnapshot catalog;
    private final References references;
    private final NeedEditor editor;
    private final NeedDraft draft;

    RelativeRules(Turn turn, NeedEditor editor) {
        this.reading = turn.reading();
        this.vocabulary = turn.vocabulary();
        this.conversation = turn.conversation();
        this.page = turn.page();
        this.catalog = turn.catalog();
        this.references = turn.references();
        this.editor = editor;
        this.draft = editor.draft();
    }

    Decision relative() {
        List<String> ordinals = references.ordinals();
        boolean up = reading.has("dearer") || reading.has("bound.gt");
        boolean rated = reading.has("better");
        String field = rated ? Fields.RATING : Fields.PRICE;
        String one = !ordinals.isEmpty()
                ? ordinals.getFirst()
                : page.productId() != null || references.pointsAtOne() ? references.pointed() : null;
        if (one == null && conversation.need().isEmpty() && conversation.focusId() != null) {
            one = conversation.focusId();
        }
        Product reference = one == null ? null : catalog.records().get(one);
        List<String> among = one != null ? List.of(one) : conversation.latestShown();
        BigDecimal bound = median(among, field);
        editor.apply();
        if (reference != null
                && (draft.kind() == null || !draft.kind().test(reference))
                && reading.kinds.isEmpty()
                && !reference.categories().isEmpty()) {
            draft.clear();
            editor.apply();
            draft.replaceKindOf(reference.categories().getLast());
        }
        if (reading.has("similar") && one != null) {
            draft.similarTo(one);
        }
        if (bound != null) {
            Bound end = new Bound(bound, false);
            String text = reading.text.slice(0, reading.text.length()).strip();
            draft.tighten(
                    up || rated
                            ? new Range(text, field, end, null, rated ? null : vocabulary.currency())
                            : new Range(text, field, null, end, vocabulary.currency()));
        }
        return Decision.refined(conversation, draft, new Ask.Show());
    }

    /** Cheaper than most of those shown: the lower median, so that as many are left below as above. */
    private @Nullable BigDecimal median(List<String> ids, String field) {
        List<BigDecimal> numbers = new ArrayList<>();
        for (Product product : catalog.records().getAll(ids)) {
            numbers.addAll(Fields.numbers(product, field, null));
        }
        numbers.sort(null);
        if (numbers.isEmpty()) {
            return null;
        }
        BigDecimal median = numbers.get(numbers.size() / 2);
        // Where most cost the same nothing shown is below the median; then only the greatest is to be undercut.
        return numbers.getFirst().compareTo(median) < 0 ? median : numbers.getLast();
    }

    /** The same, but for products that are not wanted. */
    Decision without(List<String> ids) {
        editor.apply();
        draft.exclude(ids);
        return Decision.refined(conversation, draft, new Ask.Show());
    }

    Decision similar() {
        List<String> ordinals = references.ordinals();
        String one = ordinals.isEmpty() ? references.pointed() : ordinals.getFirst();
        Product reference = one == null ? null : catalog.records().get(one);
        editor.apply();
        if (reference != null) {
            if (reading.kinds.isEmpty()
                    && !reference.categories().isEmpty()
                    && (draft.kind() == null || !draft.kind().test(reference))) {
                draft.clear();
                editor.apply();
                draft.replaceKindOf(reference.categories().getLast());
            }
            draft.similarTo(reference.id());
            draft.exclude(List.of(reference.id()));
        }
        return Decision.refined(conversation, draft, new Ask.Show());
    }
}
