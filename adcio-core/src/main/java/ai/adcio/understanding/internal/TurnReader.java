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
            "unit.count",
            "plain",
            "generic");

    /** Concepts whose words say of what sort something is before they say what it is. */
    private static final Set<String> ADJECTIVES = Set.of("color", "gender", "season", "size", "material", "wireless");

    /** So often two words stand side by side in titles that they are one name. */
    private static final int LEAST_TOGETHER = 2;

    private final Vocabulary vocabulary;
    private final TurnReading reading;
    private final List<Piece> pieces;
    private final Denial denial;
    private final KindGrammar kindGrammar;

    private TurnReader(Vocabulary vocabulary, TurnReading reading) {
        this.vocabulary = vocabulary;
        this.reading = reading;
        this.pieces = reading.pieces;
        this.denial = new Denial(reading.pieces);
        this.kindGrammar = new KindGrammar(vocabulary, reading, denial);
    }

    static TurnReading read(FoldedText text, Vocabulary vocabulary) {
        List<Piece> pieces = Segmenter.segment(text, vocabulary.trie());
        TurnReading reading = new TurnReading(text, pieces);
        new TurnReader(vocabulary, reading).read();
        return reading;
    }

    private void read() {
        new MeasureGrammar(reading).read();
        new BoundGrammar(reading, vocabulary).read();
        new OrdinalGrammar(reading).read();
        readOrders();
        new DegreeGrammar(reading).read();
        readSizes();
        readRelaxations();
        int from = correctionEnd();
        for (int i = from; i < pieces.size(); i++) {
            if (!reading.used[i]) {
                readPiece(i);
            }
        }
        kindGrammar.readTitlePhrases(from);
        readServiceWishes();
        readUnknownFeatures();
        readWords(from);
        kindGrammar.settle();
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
        if (brand != null && isRatherPhrase(piece, brand)) {
            brand = null;
            if (kind == null && value == null && !structural) {
                addPhrase(i, piece);
                return;
            }
        }
        if (brand != null
                && (!brand.commonWord() || brandContext(i, piece, kind != null || value != null || structural))) {
            reading.used[i] = true;
            (denial.covers(i) ? reading.negatedBrands : reading.brands).add(new Named<>(i, piece, brand));
        } else if (structural) {
            return;
        } else if (value != null && partOfName(i)) {
            reading.words.add(piece.text());
            reading.used[i] = true;
        } else if (value != null && (kind == null || ADJECTIVES.contains(value.concept()) || modifiesLaterKind(i))) {
            reading.used[i] = true;
            (denial.covers(i) ? reading.negatedValues : reading.values).add(new Named<>(i, piece, value));
        } else if (kind != null) {
            reading.used[i] = true;
            (denial.covers(i) ? reading.negatedKinds : reading.kinds).add(new Named<>(i, piece, kind));
        } else if (piece.first(AbsentBrand.class) != null) {
            reading.used[i] = true;
            if (!denial.covers(i)) {
                reading.absentBrands.add(piece);
            }
        } else if (piece.first(AbsentKind.class) != null) {
            reading.used[i] = true;
            if (!denial.covers(i)) {
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
            int last = heard == null ? i : i + 1;
            if (heard == null && piece.hangul()) {
                last = endOfName(i);
                heard = vocabulary.brandSoundingLike(
                        reading.text.slice(piece.start(), pieces.get(last).end()));
            }
            if (heard == null) {
                last = i;
                heard = vocabulary.brandSoundingLike(piece.text());
            }
            int before = previous(i);
            if (heard == null
                    && !piece.hangul()
                    && before >= 0
                    && pieces.get(before).is("from.brand")
                    && !pieces.get(before).is("bound.between")
                    && vocabulary.titleFrequency(piece.text()) == 0) {
                // "anything by Kong": what stands behind "by" is a maker, known or not.
                reading.used[i] = true;
                reading.absentBrands.add(piece);
                return;
            }
            if (heard != null) {
                for (int j = i; j <= last; j++) {
                    reading.used[j] = true;
                }
                (denial.covers(last) ? reading.negatedBrands : reading.brands).add(new Named<>(last, piece, heard));
            }
        }
    }

    /** What looks like endings may belong to a foreign name: 노르덴베이 is no 노르덴베 with a particle. */
    private int endOfName(int i) {
        int last = i;
        int best = i;
        while (last + 1 < pieces.size()
                && last < i + 3
                && pieces.get(last + 1).attached()
                && pieces.get(last + 1).hangul()
                && !reading.used[last + 1]) {
            last++;
            String name =
                    reading.text.slice(pieces.get(i).start(), pieces.get(last).end());
            if (name.indexOf(' ') < 0 && vocabulary.brandSoundingLike(name) != null) {
                best = last;
            }
        }
        return best;
    }

    /** "hair tinsel" is what titles name, though a brand writes itself HairTinsel. */
    private boolean isRatherPhrase(Piece piece, Brand brand) {
        return piece.text().indexOf(' ') > 0
                && brand.names().stream().noneMatch(n -> n.indexOf(' ') > 0)
                && vocabulary.statistics().phraseCount(List.of(piece.text().split(" "))) >= LEAST_TOGETHER;
    }

    private void addPhrase(int i, Piece piece) {
        Kind phrase = new Kind(List.of(), false, List.of(KindLinker.stem(piece.text())));
        reading.used[i] = true;
        reading.words.addAll(List.of(piece.text().split(" ")));
        (denial.covers(i) ? reading.negatedKinds : reading.kinds).add(new Named<>(i, piece, phrase));
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

    /** In "white noise machine" white is no colour: titles that have the noise mostly have it white. */
    private boolean partOfName(int i) {
        if (i + 1 >= pieces.size()
                || pieces.get(i).hangul()
                || !pieces.get(i + 1).unknown()) {
            return false;
        }
        String next = pieces.get(i + 1).text();
        int together = vocabulary.statistics().phraseCount(List.of(pieces.get(i).text(), next));
        return together >= LEAST_TOGETHER && 2 * together > vocabulary.titleFrequency(next);
    }

    /** Whether a name that is both a kind and a value stands before another kind: calcium, in a supplement. */
    private boolean modifiesLaterKind(int i) {
        for (int j = i + 1; j < Math.min(pieces.size(), i + 5); j++) {
            Piece piece = pieces.get(j);
            if (piece.mark() || KindGrammar.conjunction(piece)) {
                return false;
            }
            if (piece.first(Kind.class) != null && !structural(piece)) {
                return true;
            }
        }
        return false;
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

    /** What a product shall be able to do or have, in words that no title has: 각인 서비스 되는 목걸이, "with laser etching". */
    private void readUnknownFeatures() {
        for (Named<Kind> kind : List.copyOf(reading.kinds)) {
            int end = kind.index() - 1;
            if (end >= 0 && pieces.get(end).hangul() && able(end)) {
                setAside(end, -1);
            }
            int with = kind.index() + 1;
            if (with < pieces.size()
                    && pieces.get(with).is("with")
                    && !pieces.get(with).hangul()) {
                int last = with;
                while (last + 1 < pieces.size() && unheardOf(last + 1)) {
                    last++;
                }
                boolean whole =
                        last + 1 == pieces.size() || pieces.get(last + 1).mark();
                if (last > with && whole) {
                    setAside(with + 1, last);
                }
            }
        }
    }

    private boolean able(int i) {
        return pieces.get(i).is("able")
                || i > 0 && pieces.get(i).is("end") && pieces.get(i - 1).is("able");
    }

    private boolean unheardOf(int i) {
        Piece piece = pieces.get(i);
        return piece.unknown() && !reading.used[i] && vocabulary.titleFrequency(piece.text()) == 0;
    }

    /** Sets aside the words from one piece to another; with no end given, those that lead up to the first one. */
    private void setAside(int from, int to) {
        int first = from;
        int last = to < 0 ? from : to;
        boolean unheard = to >= 0;
        if (to < 0) {
            while (first > 0
                    && !pieces.get(first - 1).mark()
                    && !reading.used[first - 1]
                    && (pieces.get(first - 1).unknown() || pieces.get(first - 1).is("end"))) {
                first--;
                unheard |= unheardOf(first);
            }
        }
        if (!unheard) {
            return;
        }
        for (int j = first; j <= last; j++) {
            reading.used[j] = true;
        }
        int start = pieces.get(first).start();
        int end = pieces.get(last).end();
        Piece wish = new Piece(start, end, reading.text.slice(start, end), List.of(), null, false, false);
        reading.unrecorded.add(new Named<>(first, wish, new Unrecorded("feature")));
    }

    /** Delivery, returns and the like beside a product are a wish about it: "board games that ship for free". */
    private void readServiceWishes() {
        if (reading.kinds.isEmpty() || reading.hasAny("order", "howmuch")) {
            return;
        }
        for (int i = 0; i < pieces.size(); i++) {
            if (reading.used[i] || !pieces.get(i).startsWith("store.")) {
                continue;
            }
            int first = i;
            while (first > 0 && describes(first - 1)) {
                first--;
            }
            for (int j = first; j <= i; j++) {
                reading.used[j] = true;
            }
            int start = pieces.get(first).start();
            int end = pieces.get(i).end();
            Piece wish = new Piece(start, end, reading.text.slice(start, end), List.of(), null, false, false);
            reading.unrecorded.add(new Named<>(i, wish, new Unrecorded("delivery")));
        }
    }

    /** Whether a piece only says more of the service behind it: same-day shipping. */
    private boolean describes(int i) {
        Piece piece = pieces.get(i);
        return !reading.used[i]
                && (piece.unknown() || piece.text().equals("-") || piece.quantity() != null || piece.is("free"));
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
            if (piece.unknown() && Nominal.isVerbal(text)) {
                continue;
            }
            if (denial.covers(i)) {
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

    /** "Bose or Pyle mics? Pyle I guess": a name said twice is the one chosen; "swap Bose for Pyle" leaves the latter. */
    private void settleBrands() {
        if (reading.has("swap")) {
            while (reading.brands.size() > 1) {
                reading.brands.removeFirst();
            }
            while (reading.values.size() > 1 && sameField(reading.values)) {
                reading.values.removeFirst();
            }
        }
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

    private static boolean sameField(List<Named<Value>> values) {
        return values.stream().map(v -> v.meaning().field()).distinct().count() == 1;
    }

    private void readStock() {
        for (int i = 0; i < pieces.size(); i++) {
            if (pieces.get(i).is("outofstock") && denial.covers(i)) {
                reading.used[i] = true;
                reading.values.add(new Named<>(i, pieces.get(i), inStock()));
            }
        }
    }

    static Value inStock() {
        return new Value("availability", "availability", Match.EXACT, List.of("InStock"), false);
    }
}
