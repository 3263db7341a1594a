package ai.adcio.understanding.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a turn into the known phrases, numbers and unknown words that together cost least (Viterbi's algorithm over
 * positions), so that Korean is read whether or not it is spaced and the longest reading of an English phrase wins.
 * Linear in the text, as phrases and unknown syllable runs are bounded.
 */
final class Segmenter {
    private static final double MARK = 1.2;
    private static final double NUMBER = 0.8;
    private static final double CONTENT = 0.95;
    private static final double ENDING = 0.9;
    private static final double TAG = 1.0;
    private static final double TITLE_WORD = 1.6;
    private static final double UNKNOWN = 4;
    private static final double UNKNOWN_SYLLABLE = 1.2;
    /** A single syllable inside a word is more often part of that word than a word of its own. */
    private static final double INNER_SYLLABLE = 0.8;

    /** Few words are one syllable long: 주의가 is 주의 and not 주. */
    private static final double UNKNOWN_LONE_SYLLABLE = 1;

    private static final Set<String> CONNECTORS = Set.of("or", "and", "for", "with", "neg", "fn");

    private static final int MAX_UNKNOWN_SYLLABLES = 12;

    /** No word is longer; what is longer is noise, and is not put together without end. */
    private static final int LONGEST_WORD = 64;

    private final FoldedText text;
    private final PhraseTrie trie;
    private final double[] cost;
    private final int[] from;
    private final @Nullable Piece[] by;

    private Segmenter(FoldedText text, PhraseTrie trie) {
        this.text = text;
        this.trie = trie;
        this.cost = new double[text.length() + 1];
        this.from = new int[text.length() + 1];
        this.by = new Piece[text.length() + 1];
    }

    static List<Piece> segment(FoldedText text, PhraseTrie trie) {
        return new Segmenter(text, trie).run();
    }

    private List<Piece> run() {
        Arrays.fill(cost, Double.POSITIVE_INFINITY);
        cost[0] = 0;
        Quantities quantities = new Quantities(text, trie);
        List<PhraseTrie.Found> found = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            if (cost[i] == Double.POSITIVE_INFINITY) {
                continue;
            }
            char c = text.at(i);
            if (!FoldedText.isWord(c)) {
                Piece mark = c == ' ' ? null : piece(i, i + 1, List.of(), null, true);
                offer(i, i + 1, c == ' ' ? 0 : MARK, mark);
            }
            if (beginsWord(i)) {
                found.clear();
                trie.findAt(text, i, found);
                for (PhraseTrie.Found one : found) {
                    offerPhrase(one);
                }
                Quantity quantity = quantities.at(i);
                if (quantity != null) {
                    offer(i, quantity.end(), NUMBER, piece(i, quantity.end(), List.of(), quantity, false));
                }
                if (FoldedText.isWord(c)) {
                    offerUnknown(i);
                }
            }
        }
        return settle(trace());
    }

    private boolean beginsWord(int i) {
        if (i == 0 || !FoldedText.isLatin(text.at(i))) {
            return true;
        }
        char before = text.at(i - 1);
        return !FoldedText.isLatin(before) || Character.isDigit(before) && !Character.isDigit(text.at(i));
    }

    private void offerPhrase(PhraseTrie.Found found) {
        if (cutsName(found)) {
            return;
        }
        int length = found.end() - found.start();
        boolean hangul = FoldedText.isHangul(text.at(found.start()));
        boolean inside = hangul && found.start() > 0 && FoldedText.isWord(text.at(found.start() - 1));
        List<Meaning> meanings = new ArrayList<>(found.meanings().size());
        double least = Double.POSITIVE_INFINITY;
        for (Meaning meaning : found.meanings()) {
            boolean ending = meaning instanceof Meaning.Tag tag && tag.name().equals("end");
            boolean grammar = meaning instanceof Meaning.Tag;
            boolean spread = meaning instanceof Meaning.TitleWord
                    && text.slice(found.start(), found.end()).indexOf(' ') >= 0;
            // 노르덴베이 거는 is no 이 거는: a word's last syllable does not begin the next phrase.
            if (meaning instanceof Meaning.Brand brand && length > 3 && acrossConnector(found, brand)) {
                continue;
            }
            boolean torn = grammar && inside && length > 1 && text.at(found.start() + 1) == ' ';
            boolean unit = meaning instanceof Meaning.Unit;
            if (unit && !afterNumber(found.start())) {
                continue;
            }
            if (spread
                    || torn
                    || ending && !inside && length == 1
                    || !grammar && !unit && inside && hangul && length == 1) {
                continue;
            }
            meanings.add(meaning);
            double price =
                    ending ? ENDING : grammar ? TAG : meaning instanceof Meaning.TitleWord ? TITLE_WORD : CONTENT;
            if (inside && length == 1 && !ending) {
                price += INNER_SYLLABLE;
            }
            least = Math.min(least, price);
        }
        if (!meanings.isEmpty()) {
            offer(found.start(), found.end(), least, piece(found.start(), found.end(), meanings, null, false));
        }
    }

    /** 크롭 티셔츠 is no 크롭티 and 셔츠: a phrase over a blank does not end within a name that begins behind the blank. */
    private boolean cutsName(PhraseTrie.Found found) {
        boolean within = found.end() < text.length()
                && FoldedText.isHangul(text.at(found.end()))
                && FoldedText.isHangul(text.at(found.end() - 1));
        int blank = within ? text.slice(found.start(), found.end()).lastIndexOf(' ') : -1;
        if (blank < 0) {
            return false;
        }
        List<PhraseTrie.Found> behind = new ArrayList<>();
        trie.findAt(text, found.start() + blank + 1, behind);
        return behind.stream()
                .anyMatch(other -> other.end() > found.end()
                        && other.meanings().stream().anyMatch(m -> m instanceof Meaning.Kind));
    }

    /** "Or blue" is no brand, though one is written Orblue. */
    private boolean acrossConnector(PhraseTrie.Found found, Meaning.Brand brand) {
        String phrase = text.slice(found.start(), found.end());
        int blank = phrase.indexOf(' ');
        if (blank < 0 || brand.names().stream().anyMatch(name -> name.indexOf(' ') >= 0)) {
            return false;
        }
        for (Meaning meaning : trie.get(phrase.substring(0, blank))) {
            if (meaning instanceof Meaning.Tag tag && CONNECTORS.contains(tag.name())) {
                return true;
            }
        }
        return false;
    }

    /** Whether figures, or ten thousands in Hangul, stand right before a position. */
    private boolean afterNumber(int start) {
        int at = start - 1;
        if (at >= 0 && text.at(at) == ' ') {
            at--;
        }
        return at >= 0 && (Character.isDigit(text.at(at)) || "만천백십".indexOf(text.at(at)) >= 0);
    }

    private void offerUnknown(int start) {
        int end = start;
        if (FoldedText.isLatin(text.at(start))) {
            while (end < text.length()
                    && (FoldedText.isLatin(text.at(end))
                            || text.at(end) == '\''
                                    && end + 1 < text.length()
                                    && FoldedText.isLatin(text.at(end + 1)))) {
                end++;
            }
            offer(start, end, UNKNOWN + 1, piece(start, end, List.of(), null, false));
            return;
        }
        while (end < text.length() && end - start < MAX_UNKNOWN_SYLLABLES && FoldedText.isHangul(text.at(end))) {
            end++;
            offer(
                    start,
                    end,
                    UNKNOWN + UNKNOWN_SYLLABLE * (end - start) + (end == start + 1 ? UNKNOWN_LONE_SYLLABLE : 0),
                    piece(start, end, List.of(), null, false));
        }
    }

    private Piece piece(int start, int end, List<Meaning> meanings, @Nullable Quantity quantity, boolean mark) {
        boolean attached = start > 0 && FoldedText.isWord(text.at(start - 1));
        return new Piece(start, end, text.slice(start, end), List.copyOf(meanings), quantity, mark, attached);
    }

    private void offer(int start, int end, double price, @Nullable Piece piece) {
        double total = cost[start] + price;
        if (total < cost[end]) {
            cost[end] = total;
            from[end] = start;
            by[end] = piece;
        }
    }

    private List<Piece> trace() {
        List<Piece> pieces = new ArrayList<>();
        for (int at = text.length(); at > 0; at = from[at]) {
            Piece piece = by[at];
            if (piece != null) {
                pieces.add(piece);
            }
        }
        Collections.reverse(pieces);
        return pieces;
    }

    /** A name with unknown syllables right behind it is part of a longer word, and another thing: 코트화 is no 코트. */
    private List<Piece> settle(List<Piece> pieces) {
        List<Piece> settled = new ArrayList<>(pieces.size());
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            Piece before = settled.isEmpty() ? null : settled.getLast();
            boolean apart = before != null
                    && (before.end() != piece.start() || before.text().length() > LONGEST_WORD);
            if (apart || before == null || !before.hangul() || !piece.hangul()) {
                settled.add(piece);
                continue;
            }
            boolean endsUnknown = piece.unknown() && (before.content() || before.unknown());
            boolean beginsUnknown = before.unknown() && piece.content() && piece.first(Meaning.Kind.class) == null;
            if (endsUnknown || beginsUnknown) {
                settled.removeLast();
                settled.add(piece(before.start(), piece.end(), List.of(), null, false));
            } else {
                settled.add(piece);
            }
        }
        return settled;
    }
}
