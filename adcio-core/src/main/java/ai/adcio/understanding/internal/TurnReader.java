package ai.adcio.understanding.internal;

import ai.adcio.catalog.Match;
import ai.adcio.catalog.SortOrder;
import ai.adcio.understanding.internal.Meaning.AbsentBrand;
import ai.adcio.understanding.internal.Meaning.AbsentKind;
import ai.adcio.understanding.internal.Meaning.Brand;
import ai.adcio.understanding.internal.Meaning.Fact;
import ai.adcio.understanding.internal.Meaning.Kind;
import ai.adcio.understanding.internal.Meaning.TitleWord;
import ai.adcio.understanding.internal.Meaning.Unrecorded;
import ai.adcio.understanding.internal.Meaning.Value;
import ai.adcio.understanding.internal.TurnReading.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parses the pieces of a turn to mentions: what is named, what is denied, which bounds, which order. */
final class TurnReader {
    /** Parts of the grammar that outweigh a category, brand or value of the same spelling. */
    private static final Set<String> STRUCTURAL = Set.of(
            "fn",
            "show",
            "polite",
            "thing",
            "one",
            "any",
            "with",
            "for",
            "and",
            "or",
            "end",
            "more",
            "neg",
            "negpost",
            "only",
            "price",
            "rating",
            "unit.star",
            "howmuch",
            "count",
            "back",
            "bound.le",
            "bound.le.post",
            "bound.lt",
            "bound.ge",
            "bound.gt",
            "bound.ge.post",
            "bound.to",
            "detail",
            "compare",
            "ref.it",
            "ref.this",
            "ref.these",
            "thanks",
            "hello",
            "praise",
            "carry",
            "from.brand",
            "instead",
            "newtopic",
            "reset",
            "num.2",
            "num.3",
            "ord.1",
            "ord.2",
            "ord.3",
            "ord.last",
            "cheapest",
            "dearest",
            "go",
            "unit.count");

    /** Concepts whose words say of what sort something is before they say what it is. */
    private static final Set<String> ADJECTIVES = Set.of("color", "gender", "season", "size", "material", "wireless");

    private static final Set<String> JOINING_ENDINGS = Set.of("이나", "나", "랑", "이랑", "하고", "과", "와");

    private final Vocabulary vocabulary;
    private final TurnReading reading;
    private final List<Piece> pieces;

    private TurnReader(Vocabulary vocabulary, TurnReading reading) {
        this.vocabulary = vocabulary;
        this.reading = reading;
        this.pieces = reading.pieces;
    }

    static TurnReading read(FoldedText text, Vocabulary vocabulary) {
        List<Piece> pieces = Segmenter.segment(text, vocabulary.trie());
        TurnReading reading = new TurnReading(text, pieces);
        new TurnReader(vocabulary, reading).read();
        return reading;
    }

    private void read() {
        new BoundGrammar(reading, vocabulary).read();
        readOrdinals();
        readOrders();
        readSizes();
        readRelaxations();
        int from = correctionEnd();
        for (int i = from; i < pieces.size(); i++) {
            if (!reading.used[i]) {
                readPiece(i);
            }
        }
        readTitlePhrases(from);
        readWords(from);
        settleKinds();
        settleBrands();
        readStock();
    }

    /** "yoga... no, basketballs": what stands before a bare "no" that goes on with something else is taken back. */
    private int correctionEnd() {
        for (int i = 1; i + 1 < pieces.size(); i++) {
            if (pieces.get(i).text().equals("no")
                    && pieces.get(i + 1).mark()
                    && pieces.get(i - 1).mark()
                    && i + 2 < pieces.size()) {
                return i + 2;
            }
        }
        return 0;
    }

    private boolean structural(Piece piece) {
        for (Meaning meaning : piece.meanings()) {
            if (meaning instanceof Meaning.Tag tag && STRUCTURAL.contains(tag.name())) {
                return true;
            }
        }
        return false;
    }

    private void readPiece(int i) {
        Piece piece = pieces.get(i);
        Fact fact = piece.first(Fact.class);
        if (fact != null) {
            readFact(i, piece, fact);
            return;
        }
        Unrecorded wish = piece.first(Unrecorded.class);
        if (wish != null) {
            reading.used[i] = true;
            if (i > 0 && pieces.get(i - 1).is("any")) {
                reading.retractedWishes.add(wish.topic());
            } else {
                reading.unrecorded.add(new Named<>(i, piece, wish));
            }
            return;
        }
        Kind kind = piece.first(Kind.class);
        Value value = piece.first(Value.class);
        Brand brand = piece.first(Brand.class);
        boolean structural = structural(piece);
        if (brand != null
                && (!brand.commonWord() || brandContext(i, piece, kind != null || value != null || structural))) {
            reading.used[i] = true;
            (negated(i) ? reading.negatedBrands : reading.brands).add(new Named<>(i, piece, brand));
        } else if (structural) {
            return;
        } else if (value != null && (kind == null || ADJECTIVES.contains(value.concept()) || modifiesLaterKind(i))) {
            reading.used[i] = true;
            (negated(i) ? reading.negatedValues : reading.values).add(new Named<>(i, piece, value));
        } else if (kind != null) {
            reading.used[i] = true;
            (negated(i) ? reading.negatedKinds : reading.kinds).add(new Named<>(i, piece, kind));
        } else if (piece.first(AbsentBrand.class) != null) {
            reading.used[i] = true;
            if (!negated(i)) {
                reading.absentBrands.add(piece);
            }
        } else if (piece.first(AbsentKind.class) != null) {
            reading.used[i] = true;
            if (!negated(i)) {
                reading.absentKinds.add(piece);
            }
        } else if (piece.unknown()) {
            // A name may end in figures, which are a piece of their own.
            boolean figures = i + 1 < pieces.size()
                    && pieces.get(i + 1).attached()
                    && pieces.get(i + 1).quantity() != null
                    && !reading.used[i + 1];
            Brand heard = figures
                    ? vocabulary.brandSoundingLike(
                            piece.text() + pieces.get(i + 1).text())
                    : null;
            if (heard != null) {
                reading.used[i + 1] = true;
            } else {
                heard = vocabulary.brandSoundingLike(piece.text());
            }
            if (heard != null) {
                reading.used[i] = true;
                (negated(i) ? reading.negatedBrands : reading.brands).add(new Named<>(i, piece, heard));
            }
        }
    }

    private void readFact(int i, Piece piece, Fact fact) {
        reading.used[i] = true;
        // "no blood-thinner warning on the label" asks for products; it says nothing of the shopper.
        boolean ofLabel = false;
        boolean denied = false;
        for (int j = i + 1; j < Math.min(pieces.size(), i + 7); j++) {
            Meaning.FieldName field = pieces.get(j).first(Meaning.FieldName.class);
            ofLabel |= field != null && field.concept().equals("cautions")
                    || pieces.get(j).text().startsWith("주의")
                    || pieces.get(j).text().startsWith("warning")
                    || pieces.get(j).text().startsWith("caution");
            denied |= pieces.get(j).is("negpost");
        }
        for (int j = Math.max(0, i - 4); j < i; j++) {
            denied |= pieces.get(j).is("neg");
        }
        if (ofLabel && denied) {
            reading.withoutCautions.add(new Named<>(i, piece, fact));
        } else {
            reading.facts.add(new Named<>(i, piece, fact));
        }
    }

    private boolean brandContext(int i, Piece piece, boolean otherMeaning) {
        int before = previous(i);
        if (before >= 0
                && (pieces.get(before).is("from.brand") || pieces.get(before).is("neg") && !otherMeaning)) {
            return !pieces.get(before).is("neg") || pieces.get(before).text().endsWith("from");
        }
        int after = next(i);
        if (piece.hangul()) {
            return !otherMeaning;
        }
        boolean alone = before < 0
                && (after < 0
                        || pieces.get(after).is("instead")
                        || pieces.get(after).is("thing"));
        if (otherMeaning) {
            return alone
                    && structural(piece) == false
                    && piece.first(Kind.class) == null
                    && piece.first(Value.class) == null;
        }
        return alone
                || after >= 0
                        && (pieces.get(after).is("thing") || pieces.get(after).first(Kind.class) != null)
                || before >= 0
                        && (pieces.get(before).is("thing")
                                || pieces.get(before).is("carry")
                                || pieces.get(before).is("show"));
    }

    /** The nearest piece before that is neither a mark nor a polite word, or -1. */
    private int previous(int i) {
        for (int j = i - 1; j >= 0; j--) {
            Piece piece = pieces.get(j);
            if (piece.mark()
                    || !piece.is("polite") && !(piece.is("fn") && !piece.is("from.brand") && !piece.is("for"))) {
                return piece.mark() ? -1 : j;
            }
        }
        return -1;
    }

    private int next(int i) {
        for (int j = i + 1; j < pieces.size(); j++) {
            Piece piece = pieces.get(j);
            if (piece.mark()) {
                return -1;
            }
            if (!piece.is("polite") && !piece.is("end") || piece.is("thing")) {
                return j;
            }
        }
        return -1;
    }

    /** Whether a name that is both a kind and a value stands before another kind: calcium, in a supplement. */
    private boolean modifiesLaterKind(int i) {
        for (int j = i + 1; j < Math.min(pieces.size(), i + 5); j++) {
            Piece piece = pieces.get(j);
            if (piece.mark() || conjunction(piece)) {
                return false;
            }
            if (piece.first(Kind.class) != null && !structural(piece)) {
                return true;
            }
        }
        return false;
    }

    boolean negated(int i) {
        // English denies before: up to the next clause; "and" and "or" carry a denial on.
        for (int j = i - 1; j >= Math.max(0, i - 6); j--) {
            Piece piece = pieces.get(j);
            if (piece.is("neg")) {
                boolean interjection = piece.text().equals("no")
                        && j + 1 < pieces.size()
                        && pieces.get(j + 1).mark();
                return !interjection && !nearerKind(j, i);
            }
            boolean passes = piece.is("fn")
                    || piece.is("polite")
                    || piece.is("any")
                    || piece.is("or")
                    || piece.is("and")
                    || piece.is("from.brand")
                    || piece.content() && !piece.is("with") && !piece.is("for")
                    || piece.text().equals(",") && listGoesOn(j);
            if (!passes || piece.is("instead")) {
                break;
            }
        }
        // Korean denies behind, right after the name and its endings.
        for (int j = i + 1; j < Math.min(pieces.size(), i + 5); j++) {
            Piece piece = pieces.get(j);
            if (piece.is("negpost")) {
                return !(piece.text().startsWith("없") && pieces.get(j).is("carry"));
            }
            boolean passes = (piece.is("end")
                            || piece.is("thing")
                            || piece.is("polite")
                            || piece.is("concept.brand")
                            || piece.is("concept.color")
                            || piece.text().equals("이랑")
                            || piece.text().equals(","))
                    && piece.hangul();
            if (!passes || piece.is("show") && !piece.is("end")) {
                break;
            }
        }
        return false;
    }

    /** Whether a list of names goes on behind a comma: "no Nike, adidas or Puma". */
    private boolean listGoesOn(int comma) {
        return comma > 0
                && comma + 1 < pieces.size()
                && pieces.get(comma - 1).first(Brand.class) != null
                && pieces.get(comma + 1).first(Brand.class) != null;
    }

    /** In "without leather running shoes" only the leather is denied; a kind after another denied name stands. */
    private boolean nearerKind(int neg, int i) {
        if (pieces.get(i).first(Kind.class) == null) {
            return false;
        }
        for (int j = neg + 1; j < i; j++) {
            if (pieces.get(j).first(Brand.class) != null || pieces.get(j).first(Value.class) != null) {
                return pieces.get(neg).is("neg") && !pieces.get(neg).text().equals("not");
            }
        }
        return false;
    }

    private void readOrdinals() {
        boolean comparing = reading.has("compare");
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            int ordinal = 0;
            for (int n = 1; n <= 6; n++) {
                ordinal = piece.is("ord." + n) ? n : ordinal;
            }
            if (piece.is("ord.last")) {
                ordinal = -1;
            }
            if (piece.is("ord.firstn") && i + 1 < pieces.size()) {
                int n = countAt(i + 1);
                if (n > 1) {
                    reading.firstN = n;
                    reading.used[i] = true;
                    reading.used[i + 1] = true;
                    i++;
                    continue;
                }
            }
            Quantity quantity = piece.quantity();
            if (quantity != null
                    && quantity.currency() == null
                    && quantity.value().scale() <= 0
                    && !reading.used[i]) {
                boolean before = i > 0 && pieces.get(i - 1).is("ord.prefix");
                boolean after = i + 1 < pieces.size()
                        && pieces.get(i + 1).is("ord.suffix")
                        && pieces.get(i + 1).attached();
                if (comparing
                        && quantity.value().intValue() > 0
                        && quantity.value().intValue() <= 20
                        && reading.bounds.isEmpty()) {
                    ordinal = quantity.value().intValue();
                }
                boolean loose = i + 1 < pieces.size()
                        && pieces.get(i + 1).is("ord.suffix")
                        && pieces.get(i + 1).hangul();
                if ((before || after || loose)
                        && quantity.value().intValue() > 0
                        && quantity.value().intValue() <= 100) {
                    ordinal = quantity.value().intValue();
                    reading.used[i + (after || loose ? 1 : -1)] = true;
                }
            }
            if (ordinal != 0) {
                reading.ordinals.add(ordinal);
                reading.used[i] = true;
            }
        }
        boolean bare = reading.ordinals.isEmpty() && reading.firstN == 0;
        if (bare && reading.has("ref.these") && reading.hasAny("num.2")) {
            reading.firstN = 2;
        }
    }

    private int countAt(int i) {
        Quantity quantity = pieces.get(i).quantity();
        if (quantity != null && quantity.currency() == null) {
            return Math.min(10, quantity.value().intValue());
        }
        for (int n = 2; n <= 4; n++) {
            if (pieces.get(i).is("num." + n)) {
                return n;
            }
        }
        return 0;
    }

    private void readOrders() {
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            SortOrder superlative = order(piece, "");
            if (superlative != null) {
                reading.superlative = superlative;
                reading.used[i] = true;
            }
            SortOrder sort = order(piece, "sort.");
            if (sort != null) {
                reading.sort = sort;
                reading.used[i] = true;
            }
        }
    }

    private static @Nullable SortOrder order(Piece piece, String prefix) {
        if (piece.is(prefix + "cheapest")) {
            return new SortOrder("price", true);
        }
        if (piece.is(prefix + "dearest")) {
            return new SortOrder("price", false);
        }
        if (piece.is(prefix + "toprated")) {
            return new SortOrder("rating", false);
        }
        if (piece.is(prefix + "mostreviewed")) {
            return new SortOrder("ratingCount", false);
        }
        return piece.is(prefix + "worstrated") ? new SortOrder("rating", true) : null;
    }

    /** A bare number beside the word for size is a size: 280 사이즈, size 32. */
    private void readSizes() {
        List<String> fields = vocabulary.fields("size");
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            if (fields.isEmpty() && piece.is("concept.size")) {
                setSizeAside(i);
            }
            if (fields.isEmpty()) {
                continue;
            }
            boolean number = piece.quantity() != null && piece.quantity().currency() == null;
            boolean letters = piece.unknown() && piece.text().length() <= 4;
            if (reading.used[i] || !number && !letters) {
                continue;
            }
            boolean near = beside(i, "concept.size");
            String wanted = piece.text().strip();
            var summary = vocabulary.capabilities().field(fields.getFirst());
            boolean bare = number
                    && wanted.length() >= 2
                    && pieces.stream().anyMatch(p -> p.first(Kind.class) != null)
                    && !reading.has("count");
            if ((near || bare) && summary != null) {
                for (var value : summary.values()) {
                    if (FoldedText.fold(value.value()).equals(wanted)) {
                        reading.used[i] = true;
                        Value size = new Value("size", fields.getFirst(), Match.EXACT, List.of(value.value()), true);
                        reading.values.add(new Named<>(i, piece, size));
                        break;
                    }
                }
            }
        }
    }

    private void setSizeAside(int i) {
        for (int j = Math.max(0, i - 1); j <= Math.min(pieces.size() - 1, i + 1); j++) {
            if (pieces.get(j).quantity() != null && !reading.used[j]) {
                reading.used[j] = true;
                int start = Math.min(pieces.get(i).start(), pieces.get(j).start());
                int end = Math.max(pieces.get(i).end(), pieces.get(j).end());
                Piece both = new Piece(start, end, reading.text.slice(start, end), List.of(), null, false, false);
                reading.unrecorded.add(new Named<>(i, both, new Unrecorded("size")));
            }
        }
    }

    /** "any colour", "price does not matter", 색은 상관없어: the constraint on it goes. */
    private void readRelaxations() {
        for (int i = 0; i < pieces.size(); i++) {
            for (Meaning meaning : pieces.get(i).meanings()) {
                if (meaning instanceof Meaning.Tag tag
                        && tag.name().startsWith("concept.")
                        && (beside(i, "any") || pieces.get(i).text().startsWith("any ") || lifted(i))) {
                    reading.relaxed.add(tag.name().substring("concept.".length()));
                }
            }
        }
    }

    /** "drop the brand", "remove the price limit": with nothing else named, the constraint itself is denied. */
    private boolean lifted(int i) {
        for (Piece piece : pieces) {
            if (piece.content() && !structural(piece) || piece.quantity() != null) {
                return false;
            }
        }
        return beside(i, "neg") || beside(i, "negpost") || beside(i, "hide");
    }

    private boolean beside(int i, String tag) {
        for (int j = Math.max(0, i - 2); j <= Math.min(pieces.size() - 1, i + 2); j++) {
            if (pieces.get(j).is(tag)) {
                return true;
            }
        }
        return false;
    }

    /** A run of unknown words that titles know as a name is a kind too, though no category says so. */
    private void readTitlePhrases(int from) {
        for (int i = from; i < pieces.size(); i++) {
            int end = i;
            List<String> run = new ArrayList<>();
            while (end < pieces.size() && nameable(end)) {
                run.add(pieces.get(end).text());
                end++;
            }
            if (!run.isEmpty()) {
                readTitleRun(i, run);
                if (end < pieces.size()
                        && (pieces.get(end).is("for") || pieces.get(end).is("with"))) {
                    // What it is for or comes with is not what it is.
                    return;
                }
                i = end;
            }
        }
    }

    private boolean nameable(int i) {
        Piece piece = pieces.get(i);
        return !reading.used[i]
                && piece.unknown()
                && !piece.hangul()
                && piece.text().length() > 2;
    }

    private void readTitleRun(int start, List<String> run) {
        int last = start + run.size() - 1;
        Named<Kind> follower = null;
        for (Named<Kind> kind : reading.kinds) {
            if (kind.index() == last + 1) {
                follower = kind;
            }
        }
        if (follower != null) {
            narrow(follower, run, start);
            return;
        }
        if (!reading.kinds.isEmpty()) {
            return;
        }
        for (int skip = 0; skip < Math.min(3, run.size()); skip++) {
            List<String> words = run.subList(Math.max(0, run.size() - 3 + skip), run.size());
            if (words.size() > 1 && known(words)) {
                addTitleKind(last, words);
                return;
            }
        }
        List<String> head = run.subList(run.size() - 1, run.size());
        if (known(head) && vocabulary.statistics().headCount(head.getFirst()) >= 2) {
            addTitleKind(last, head);
        }
    }

    private boolean known(List<String> words) {
        return vocabulary.statistics().phraseCount(words) >= 2
                && vocabulary.statistics().headCount(words.getLast()) >= 2;
    }

    private void addTitleKind(int last, List<String> words) {
        String phrase = KindLinker.stem(String.join(" ", words));
        Piece piece = pieces.get(last);
        Kind kind = new Kind(List.of(), false, List.of(phrase));
        for (int j = last - words.size() + 1; j <= last; j++) {
            reading.used[j] = true;
            reading.words.add(pieces.get(j).text());
        }
        (negated(last - words.size() + 1) ? reading.negatedKinds : reading.kinds).add(new Named<>(last, piece, kind));
    }

    /** "sun hats" is narrower than the hats that several categories end in. */
    private void narrow(Named<Kind> kind, List<String> run, int start) {
        if (kind.meaning().exact()) {
            return;
        }
        List<String> words = new ArrayList<>(run.subList(Math.max(0, run.size() - 2), run.size()));
        words.addAll(List.of(kind.piece().text().split(" ")));
        if (vocabulary.statistics().phraseCount(words) < 2) {
            return;
        }
        String phrase = KindLinker.stem(String.join(" ", words));
        List<String> categories = kind.meaning().categories().stream()
                .filter(c -> (' ' + KindLinker.stem(c) + ' ').contains(' ' + phrase + ' '))
                .toList();
        reading.kinds.remove(kind);
        reading.kinds.add(new Named<>(kind.index(), kind.piece(), new Kind(categories, false, List.of(phrase))));
        for (int j = start; j < kind.index(); j++) {
            reading.used[j] = true;
            reading.words.add(pieces.get(j).text());
        }
    }

    private void readWords(int from) {
        for (int i = from; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            if (reading.used[i] || piece.mark() || piece.quantity() != null) {
                continue;
            }
            boolean word = piece.unknown() && piece.text().length() > 1
                    || piece.first(TitleWord.class) != null && !structural(piece);
            if (!word) {
                continue;
            }
            String text = piece.text();
            if (negated(i)) {
                if (piece.hangul()) {
                    reading.withoutTitleWords.add(text);
                } else {
                    reading.unwanted.add(text);
                }
                reading.used[i] = true;
            } else {
                reading.words.add(text);
            }
        }
    }

    /** Of several kinds the head counts: the last before a preposition, and those joined to it. */
    private void settleKinds() {
        if (reading.kinds.size() < 2) {
            return;
        }
        List<Named<Kind>> kept = new ArrayList<>();
        for (Named<Kind> kind : reading.kinds) {
            boolean afterPreposition = false;
            for (int j = kind.index() - 1;
                    j >= 0 && !kept.isEmpty() && j > kept.getFirst().index();
                    j--) {
                Piece piece = pieces.get(j);
                afterPreposition |= piece.is("for")
                        || piece.is("with")
                        || piece.text().equals("in")
                        || piece.text().equals("that")
                        || piece.text().equals("which")
                        || piece.text().equals("of");
            }
            boolean joined = !kept.isEmpty() && joined(kept.getLast().index(), kind.index());
            boolean askedAnew = !kept.isEmpty() && askedBetween(kept.getLast().index(), kind.index());
            if (askedAnew) {
                kept.forEach(k -> reading.words.add(k.piece().text()));
                kept.clear();
            }
            if (kept.isEmpty() || joined) {
                kept.add(kind);
            } else if (afterPreposition && !kind.piece().hangul()) {
                reading.words.add(kind.piece().text());
            } else {
                Named<Kind> modifier = kept.removeLast();
                reading.words.add(modifier.piece().text());
                kept.add(kind);
            }
        }
        reading.kinds.clear();
        reading.kinds.addAll(kept);
    }

    private static boolean conjunction(Piece piece) {
        return piece.is("or") || piece.is("and") || piece.attached() && JOINING_ENDINGS.contains(piece.text());
    }

    /** Whether nothing but a conjunction stands between two kinds. */
    private boolean joined(int first, int second) {
        boolean conjunction = false;
        for (int j = first + 1; j < second; j++) {
            Piece piece = pieces.get(j);
            boolean joins = conjunction(piece)
                    || piece.text().equals(",")
                    || piece.text().equals("/");
            conjunction |= joins;
            if (!joins && !piece.is("fn") && !reading.used[j]) {
                return false;
            }
        }
        return conjunction;
    }

    /** In "she sleeps under blankets, so I'd like a lamp" what stands behind the wish is wanted. */
    private boolean askedBetween(int first, int second) {
        for (int j = first + 1; j < second; j++) {
            if (pieces.get(j).is("show") && !pieces.get(j).is("end")) {
                return true;
            }
        }
        return false;
    }

    /** "Bose or Pyle mics? Pyle I guess": a name said twice is the one chosen. */
    private void settleBrands() {
        for (Named<Brand> brand : reading.brands) {
            long said = reading.brands.stream()
                    .filter(b -> b.meaning().equals(brand.meaning()))
                    .count();
            if (said > 1) {
                reading.brands.removeIf(b -> !b.meaning().equals(brand.meaning()));
                reading.absentBrands.clear();
                while (reading.brands.size() > 1) {
                    reading.brands.removeLast();
                }
                return;
            }
        }
    }

    private void readStock() {
        for (int i = 0; i < pieces.size(); i++) {
            if (pieces.get(i).is("outofstock") && negated(i)) {
                reading.used[i] = true;
                reading.values.add(new Named<>(i, pieces.get(i), inStock()));
            }
        }
    }

    static Value inStock() {
        return new Value("availability", "availability", Match.EXACT, List.of("InStock"), false);
    }
}
