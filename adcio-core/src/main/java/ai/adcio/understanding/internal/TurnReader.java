package ai.adcio.understanding.internal;

import ai.adcio.catalog.Match;
import ai.adcio.understanding.internal.Meaning.Brand;
import ai.adcio.understanding.internal.Meaning.TitleWord;
import ai.adcio.understanding.internal.Meaning.Value;
import ai.adcio.understanding.internal.TurnReading.Named;
import java.util.List;

/** Parses the pieces of a turn to mentions: what is named, what is denied, which bounds, which order. */
final class TurnReader {
    private final Vocabulary vocabulary;

    private final TurnReading reading;

    private final List<Piece> pieces;

    private final Denial denial;

    private final KindGrammar kindGrammar;

    private TurnReader(Vocabulary vocabulary, TurnReading reading) {
        this.vocabulary = vocabulary;
        this.reading = reading;
        this.pieces = reading.pieces;
        this.denial = new Denial(reading);
        this.kindGrammar = new KindGrammar(vocabulary, reading, denial);
    }

    static TurnReading read(FoldedText text, Vocabulary vocabulary) {
        List<Piece> pieces = ProductNames.settle(Segmenter.segment(text, vocabulary.trie()), vocabulary);
        TurnReading reading = new TurnReading(text, pieces);
        new TurnReader(vocabulary, reading).read();
        return reading;
    }

    private void read() {
        new PackGrammar(reading, vocabulary).read();
        new MeasureGrammar(reading, vocabulary).read();
        new BoundGrammar(reading, vocabulary).read();
        new OrdinalGrammar(reading).read();
        new OrderGrammar(reading).read();
        new DegreeGrammar(reading).read();
        new SizeGrammar(reading, vocabulary).read();
        new RelaxationGrammar(reading).read();
        NameReader names = new NameReader(reading, vocabulary, denial);
        names.readSensitivities();
        for (int i = 0; i < pieces.size(); i++) {
            if (!reading.used[i]) {
                names.read(i);
            }
        }
        kindGrammar.readTitlePhrases();
        readContents();
        new WishGrammar(reading, vocabulary).read();
        new SizeGrammar(reading, vocabulary).readOwn();
        readWords();
        new Corrections(reading).apply();
        kindGrammar.settle();
        settleBrands();
        readStock();
    }

    private void readWords() {
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            if (reading.used[i] || piece.mark() || piece.quantity() != null) {
                continue;
            }
            boolean syllable =
                    piece.hangul() && i + 1 < pieces.size() && pieces.get(i + 1).is("negpost");
            boolean word = piece.unknown() && (piece.text().length() > 1 || syllable)
                    || piece.first(TitleWord.class) != null && !Structure.is(piece);
            if (!word) {
                continue;
            }
            String text = piece.text();
            if (piece.unknown() && Nominal.isVerbal(text)) {
                continue;
            }
            if (denial.covers(i)) {
                text = deniedName(i);
                leaveOut(text, piece.hangul());
                reading.used[i] = true;
            } else {
                reading.words.add(text);
            }
        }
    }

    /** "Hand cream, fragrance free": another kind that something shall be free of is a part of it. */
    private void readContents() {
        for (Named<Meaning.Kind> denied : List.copyOf(reading.negatedKinds)) {
            if (denial.freeOf(denied.index())) {
                reading.negatedKinds.remove(denied);
                leaveOut(denied.piece().text(), denied.piece().hangul());
            }
        }
    }

    private void leaveOut(String text, boolean surely) {
        (surely || titlesSay(text) ? reading.withoutTitleWords : reading.unwanted).add(text);
    }

    /** 카페인 없는: what looks like 인 behind a denied word is its last syllable, since no such ending is denied. */
    private String deniedName(int i) {
        boolean torn = i + 2 < pieces.size()
                && pieces.get(i).hangul()
                && pieces.get(i + 1).attached()
                && pieces.get(i + 1).text().equals("인")
                && pieces.get(i + 2).is("negpost");
        return torn
                ? reading.text.slice(pieces.get(i).start(), pieces.get(i + 1).end())
                : pieces.get(i).text();
    }

    /** Whether titles have a word and none of them to say that the product is free of it. */
    private boolean titlesSay(String word) {
        return vocabulary.titleFrequency(word) > 0 && vocabulary.statistics().phraseCount(List.of(word, "free")) == 0;
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
