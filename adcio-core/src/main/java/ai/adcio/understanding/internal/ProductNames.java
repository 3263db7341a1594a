package ai.adcio.understanding.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Phrases of talk and service that only help to name a product: the "reset" of a reset button, the lawyer whom a gift is
 * for, 날씨 추울 때 입을 코트. They lose that meaning, so that no rule takes the turn for talk; what remains of them are words.
 */
final class ProductNames {
    private static final List<String> TALK = List.of(
            "inject", "inject.noun", "offtopic", "offtopic.strong", "handoff", "handoff.word", "task", "authority");
    private static final List<String> SERVICE = List.of("order", "store.", "reset", "place.");

    /** What a phrase that takes an object or an adverbial ends in: what follows is no noun that it describes. */
    private static final Set<String> OPEN_ENDS = Set.of(
            "a", "an", "the", "my", "your", "our", "me", "us", "to", "for", "in", "of", "about", "is", "are", "from",
            "with", "on", "at", "this", "that", "it", "some", "by", "so", "how", "why", "who", "if", "i", "you", "all",
            "be", "as");

    /** How far behind a product its purpose may stand: "a desk for all of my homework". */
    private static final int REACH = 5;

    private final List<Piece> pieces;
    private final Vocabulary vocabulary;

    private ProductNames(List<Piece> pieces, Vocabulary vocabulary) {
        this.pieces = pieces;
        this.vocabulary = vocabulary;
    }

    /** The pieces of a turn, in which such phrases are taken apart to words. */
    static List<Piece> settle(List<Piece> pieces, Vocabulary vocabulary) {
        ProductNames names = new ProductNames(pieces, vocabulary);
        List<Piece> settled = null;
        for (int i = 0; i < pieces.size(); i++) {
            boolean words = names.onlyNames(i);
            if (words && settled == null) {
                settled = new ArrayList<>(pieces.subList(0, i));
            }
            if (settled != null && words) {
                settled.addAll(words(pieces.get(i)));
            } else if (settled != null) {
                settled.add(pieces.get(i));
            }
        }
        return settled == null ? pieces : settled;
    }

    private boolean onlyNames(int i) {
        Piece piece = pieces.get(i);
        if (piece.mark() || piece.content()) {
            return false;
        }
        if (piece.hangul()) {
            return !piece.is("show") && TALK.stream().anyMatch(piece::is) && qualifies(i);
        }
        boolean talk = TALK.stream().anyMatch(piece::is);
        return talk && (describes(i, true) || isPurpose(i))
                || SERVICE.stream().anyMatch(piece::startsWith) && describes(i, false)
                || piece.is("go") && piece.text().indexOf(' ') < 0 && describes(i, false);
    }

    /** Whether a noun that names products follows, with nothing between but more of its name. */
    private boolean describes(int i, boolean kindsToo) {
        String text = pieces.get(i).text();
        if (OPEN_ENDS.contains(text.substring(text.lastIndexOf(' ') + 1))) {
            return false;
        }
        boolean named = false;
        for (int j = i + 1; j < pieces.size(); j++) {
            Piece next = pieces.get(j);
            boolean noun = next.unknown() || next.content() && !Structure.is(next);
            if (!noun || next.hangul()) {
                break;
            }
            // "Exchange shoes" is something done to them; behind a phrase of talk even a kind goes on with the name.
            if (!kindsToo && j == i + 1 && next.first(Meaning.Kind.class) != null) {
                return false;
            }
            named = next.first(Meaning.Kind.class) != null
                    || vocabulary.statistics().headCount(lastWord(next.text())) > 0;
        }
        return named;
    }

    /** "A desk for my homework", "paper to write a letter on". */
    private boolean isPurpose(int i) {
        int at = i - 1;
        while (at > 0 && pieces.get(at).is("fn") && !isFor(at)) {
            at--;
        }
        if (at <= 0 || !isFor(at)) {
            return false;
        }
        for (int j = at - 1; j >= Math.max(0, at - REACH); j--) {
            Piece piece = pieces.get(j);
            if (piece.mark()) {
                return false;
            }
            boolean product = piece.first(Meaning.Kind.class) != null
                    || piece.first(Meaning.TitleWord.class) != null
                    || piece.is("generic")
                    || piece.is("thing")
                    || piece.unknown() && vocabulary.statistics().headCount(lastWord(piece.text())) > 0;
            if (product) {
                return true;
            }
        }
        return false;
    }

    /** 숙제할 때 쓰는 스탠드: Korean says before a noun what it is for, with no finite verb between. */
    private boolean qualifies(int i) {
        for (int j = i + 1; j < Math.min(pieces.size(), i + REACH + 1); j++) {
            Piece piece = pieces.get(j);
            boolean named = piece.first(Meaning.Kind.class) != null
                    || piece.first(Meaning.AbsentKind.class) != null
                    || piece.is("gift");
            if (named) {
                return true;
            }
            boolean passes =
                    piece.is("end") || piece.unknown() || piece.content() || piece.is("plain") || piece.is("polite");
            if (!passes || piece.is("show") || piece.is("carry")) {
                return false;
            }
        }
        return false;
    }

    private boolean isFor(int i) {
        return pieces.get(i).is("for") || pieces.get(i).text().equals("to");
    }

    private static String lastWord(String text) {
        return text.substring(text.lastIndexOf(' ') + 1);
    }

    private static List<Piece> words(Piece phrase) {
        List<Piece> words = new ArrayList<>();
        String text = phrase.text();
        for (int start = 0; start < text.length(); ) {
            int blank = text.indexOf(' ', start);
            int end = blank < 0 ? text.length() : blank;
            int at = phrase.start() + start;
            boolean attached = start == 0 && phrase.attached();
            words.add(
                    new Piece(at, phrase.start() + end, text.substring(start, end), List.of(), null, false, attached));
            start = end + 1;
        }
        return words;
    }
}
