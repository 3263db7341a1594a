package ai.adcio.understanding.internal;

import ai.adcio.catalog.Fields;
import ai.adcio.catalog.Match;
import ai.adcio.catalog.TextFolding;
import ai.adcio.understanding.internal.Meaning.AbsentBrand;
import ai.adcio.understanding.internal.Meaning.AbsentKind;
import ai.adcio.understanding.internal.Meaning.Brand;
import ai.adcio.understanding.internal.Meaning.Fact;
import ai.adcio.understanding.internal.Meaning.Kind;
import ai.adcio.understanding.internal.Meaning.Unrecorded;
import ai.adcio.understanding.internal.Meaning.Value;
import ai.adcio.understanding.internal.TurnReading.Named;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the names of a turn: kinds, brands, values, and what shoppers say of themselves. */
final class NameReader {
    /** Concepts whose words say of what sort something is before they say what it is. */
    private static final Set<String> ADJECTIVES = Set.of("color", "gender", "season", "size", "material", "wireless");

    /** So often two words stand side by side in titles that they are one name. */
    private static final int LEAST_TOGETHER = 2;

    private final TurnReading reading;
    private final List<Piece> pieces;
    private final Vocabulary vocabulary;
    private final Denial denial;

    NameReader(TurnReading reading, Vocabulary vocabulary, Denial denial) {
        this.reading = reading;
        this.pieces = reading.pieces;
        this.vocabulary = vocabulary;
        this.denial = denial;
    }

    /** 알레르기가 있는데요, 생선이요: what someone cannot bear, said apart from the word for that. */
    void readSensitivities() {
        int said = reading.indexOf("sensitivity", 0);
        if (said < 0) {
            return;
        }
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            if (i == said || piece.mark() || piece.is("fn") || piece.is("end")) {
                continue;
            }
            for (Meaning meaning :
                    vocabulary.trie().get(piece.text() + ' ' + pieces.get(said).text())) {
                if (meaning instanceof Fact fact) {
                    reading.used[i] = true;
                    reading.used[said] = true;
                    reading.facts.add(new Named<>(i, piece, fact));
                }
            }
        }
    }

    /** Reads one piece that nothing else has used. */
    void read(int i) {
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
        Brand brand = functionWords(piece) ? null : piece.first(Brand.class);
        boolean structural = Structure.is(piece) || namesConcept(i, piece, kind);
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
        } else if (piece.first(AbsentKind.class) != null && !piece.startsWith("place.") && !heardAsBrand(i)) {
            reading.used[i] = true;
            if (!denial.covers(i)) {
                reading.absentKinds.add(piece);
            }
        } else if (piece.unknown() && namedWithItsField(i)) {
            reading.used[i] = true;
            reading.used[i + 1] = true;
        } else if (piece.unknown()) {
            Brand heard = figures(i)
                    ? vocabulary.brandSoundingLike(
                            piece.text() + pieces.get(i + 1).text())
                    : null;
            int last = heard == null ? i : i + 1;
            if (heard == null && piece.hangul()) {
                last = endOfName(i);
                heard = vocabulary.brandSoundingLike(
                        reading.text.slice(piece.start(), pieces.get(last).end()));
            }
            if (heard == null && (piece.hangul() || vocabulary.titleFrequency(piece.text()) == 0)) {
                // A word of titles is that, however much it sounds like a brand: slim is no 쓰리엠.
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

    /** 은 소재: a word too short to stand for a value alone is one beside the name of its field. */
    private boolean namedWithItsField(int i) {
        Meaning.FieldName name = i + 1 < pieces.size() ? pieces.get(i + 1).first(Meaning.FieldName.class) : null;
        if (name == null) {
            return false;
        }
        for (String field : name.fields()) {
            var summary = Fields.attributeName(field) == null
                    ? null
                    : vocabulary.capabilities().field(field);
            boolean has = summary != null
                    && summary.values().stream()
                            .anyMatch(v -> TextFolding.fold(v.value())
                                    .equals(pieces.get(i).text()));
            if (has) {
                Value value = new Value(
                        name.concept(),
                        field,
                        Match.EXACT,
                        List.of(pieces.get(i).text()),
                        false);
                (denial.covers(i + 1) ? reading.negatedValues : reading.values)
                        .add(new Named<>(i, pieces.get(i), value));
                return true;
            }
        }
        return false;
    }

    /**
     * "Any label", "colour doesn't matter": a word for what values are of is that, beside "any" or another kind, and no
     * kind of which a category only happens to end in it.
     */
    private boolean namesConcept(int i, Piece piece, @Nullable Kind kind) {
        if (kind == null) {
            return false;
        }
        // "What material is the second one" asks for a field of it.
        if (!reading.ordinals.isEmpty() && piece.first(Meaning.FieldName.class) != null) {
            return true;
        }
        if (!piece.startsWith("concept.")) {
            return false;
        }
        return !kind.exact() || reading.beside(i, "any") || !reading.kinds.isEmpty() || !reading.negatedKinds.isEmpty();
    }

    /** Whether figures are attached to a name, which may end in them though they are a piece of their own. */
    private boolean figures(int i) {
        return i + 1 < pieces.size()
                && pieces.get(i + 1).attached()
                && pieces.get(i + 1).quantity() != null
                && !reading.used[i + 1];
    }

    /** 블록나인 and 블록9 are a brand, though 블록 alone is a kind: reads it as one if a brand sounds like the whole. */
    private boolean heardAsBrand(int i) {
        int last = pieces.get(i).hangul() ? endOfName(i) : i;
        if (last == i && figures(i)) {
            last = i + 1;
        }
        if (last == i) {
            return false;
        }
        Brand heard = vocabulary.brandSoundingLike(
                reading.text.slice(pieces.get(i).start(), pieces.get(last).end()));
        if (heard == null) {
            return false;
        }
        for (int j = i; j <= last; j++) {
            reading.used[j] = true;
        }
        (denial.covers(last) ? reading.negatedBrands : reading.brands).add(new Named<>(last, pieces.get(i), heard));
        return true;
    }

    /** "To my" is no brand, though one is written TOMY. */
    private boolean functionWords(Piece piece) {
        if (piece.text().indexOf(' ') < 0) {
            return false;
        }
        for (String word : piece.text().split(" ")) {
            if (!vocabulary.trie().get(word).contains(new Meaning.Tag("fn"))) {
                return false;
            }
        }
        return true;
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
        boolean ofLabel = piece.text().contains("주의") || piece.text().endsWith("warning");
        boolean denied = false;
        for (int j = i + 1; j < Math.min(pieces.size(), i + 7); j++) {
            Meaning.FieldName field = pieces.get(j).first(Meaning.FieldName.class);
            ofLabel |= field != null && field.concept().equals("cautions")
                    || pieces.get(j).text().startsWith("주의")
                    || pieces.get(j).text().startsWith("warning")
                    || pieces.get(j).text().startsWith("caution");
            denied |= pieces.get(j).is("negpost") || pieces.get(j).text().equals("안");
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
                && (pieces.get(before).is("from.brand")
                        || before == i - 1 && pieces.get(before).is("neg") && !otherMeaning)) {
            return true;
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
            return alone && !Structure.is(piece) && piece.first(Kind.class) == null && piece.first(Value.class) == null;
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
            if (piece.first(Kind.class) != null && !Structure.is(piece)) {
                return true;
            }
        }
        return false;
    }
}
