package ai.adcio.understanding.internal;

import ai.adcio.understanding.internal.Meaning.Kind;
import ai.adcio.understanding.internal.TurnReading.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Decides which kind of product a turn wants, of all that it names: the head of a longer name, kinds that only titles know. */
final class KindGrammar {
    private static final Set<String> JOINING_ENDINGS = Set.of("이나", "나", "랑", "이랑", "하고", "과", "와");

    private static final int MAX_PHRASE = 3;
    private static final double LEAST_HEAD_SHARE = 0.1;

    private final Vocabulary vocabulary;
    private final TurnReading reading;
    private final List<Piece> pieces;
    private final Denial denial;

    KindGrammar(Vocabulary vocabulary, TurnReading reading, Denial denial) {
        this.vocabulary = vocabulary;
        this.reading = reading;
        this.pieces = reading.pieces;
        this.denial = denial;
    }

    /** A run of unknown words that titles know as a name is a kind too, though no category says so. */
    void readTitlePhrases() {
        for (int i = 0; i < pieces.size(); i++) {
            int end = i;
            List<String> run = new ArrayList<>();
            while (end < pieces.size() && nameable(end)) {
                run.add(pieces.get(end).text());
                end++;
            }
            boolean says = false;
            for (int j = i; j < end; j++) {
                says |= pieces.get(j).unknown();
            }
            boolean purpose = i > 0
                    && pieces.get(i - 1).is("for")
                    && (i < 2
                            || pieces.get(i - 2).is("thing")
                            || pieces.get(i - 2).is("one"));
            if (!run.isEmpty()) {
                if (says && !purpose) {
                    readTitleRun(i, run);
                }
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
                && (piece.unknown() || piece.is("generic") || piece.is("plain") && namedTogether(i))
                && !piece.hangul()
                && piece.text().length() > 2;
    }

    /** Whether a common word and the unknown one behind it are a name of titles: putting green. */
    private boolean namedTogether(int i) {
        return i + 1 < pieces.size()
                && pieces.get(i + 1).unknown()
                && known(List.of(pieces.get(i).text(), pieces.get(i + 1).text()));
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
        for (int length = Math.min(MAX_PHRASE, run.size()); length > 1; length--) {
            List<String> words = run.subList(run.size() - length, run.size());
            if (vocabulary.statistics().phraseCount(words) > 0
                    && vocabulary.titles().countAll(words) > 0) {
                addTitleKind(last, words);
                return;
            }
        }
        List<String> head = run.subList(run.size() - 1, run.size());
        if (known(head) && namesRatherThanDescribes(head.getFirst())) {
            addTitleKind(last, head);
        }
    }

    /** Whether titles that have a word are mostly about it; a word that a few titles happen to end in is no kind. */
    private boolean namesRatherThanDescribes(String word) {
        int heads = vocabulary.statistics().headCount(word);
        return heads >= 2 && heads >= LEAST_HEAD_SHARE * vocabulary.titleFrequency(word);
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
        (denial.covers(last - words.size() + 1) ? reading.negatedKinds : reading.kinds)
                .add(new Named<>(last, piece, kind));
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

    /** 신발 운동화 빼고: of a denied phrase that begins with a wider kind, that is still wanted. */
    private void keepWiderKinds() {
        for (Named<Kind> denied : reading.negatedKinds) {
            Piece piece = denied.piece();
            int blank = piece.text().indexOf(' ');
            if (!piece.hangul() || blank < 0 || !reading.kinds.isEmpty()) {
                continue;
            }
            for (Meaning meaning : vocabulary.trie().get(piece.text().substring(0, blank))) {
                if (meaning instanceof Kind wider && within(denied.meaning(), wider)) {
                    Piece word = new Piece(
                            piece.start(),
                            piece.start() + blank,
                            piece.text().substring(0, blank),
                            List.of(wider),
                            null,
                            false,
                            piece.attached());
                    reading.kinds.add(new Named<>(denied.index(), word, wider));
                    break;
                }
            }
        }
    }

    /** Of several kinds the head counts: the last before a preposition, and those joined to it. */
    void settle() {
        if (!reading.absentKinds.isEmpty()) {
            setPurposesAside();
        }
        keepWiderKinds();
        if (reading.kinds.size() == 1 && isPartOfAWord(reading.kinds.getFirst())) {
            reading.words.add(reading.kinds.removeFirst().piece().text());
        }
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
                boolean narrower = within(modifier.meaning(), kind.meaning());
                reading.words.add((narrower ? kind : modifier).piece().text());
                kept.add(narrower ? modifier : kind);
            }
        }
        reading.kinds.clear();
        reading.kinds.addAll(kept);
    }

    /** "Laptop with 16 GB RAM": what a word of titles comes with is not what is sought, though that word names no kind. */
    private boolean isPartOfAWord(Named<Kind> kind) {
        for (int j = kind.index() - 1; j > 0 && !kind.piece().hangul(); j--) {
            Piece piece = pieces.get(j);
            if (piece.mark() || piece.is("show") || piece.is("carry")) {
                return false;
            }
            if (piece.is("with") && piece.text().equals("with")) {
                Piece before = pieces.get(j - 1);
                return before.unknown() && !before.hangul() && vocabulary.titleFrequency(before.text()) > 0;
            }
        }
        return false;
    }

    /** "A lawn mower for a small yard" asks for the mower, which is not sold here, and for no yard. */
    private void setPurposesAside() {
        int wanted = pieces.indexOf(reading.absentKinds.getFirst());
        for (Named<Kind> kind : List.copyOf(reading.kinds)) {
            for (int j = kind.index() - 1; j > wanted; j--) {
                if (pieces.get(j).is("for")
                        || pieces.get(j).is("with")
                        || pieces.get(j).text().equals("in")) {
                    reading.kinds.remove(kind);
                    reading.words.add(kind.piece().text());
                    break;
                }
            }
        }
    }

    /** Whether a kind is part of another: joint supplements, where the joints are a category of the supplements. */
    private boolean within(Kind narrow, Kind broad) {
        return !narrow.categories().isEmpty()
                && narrow.categories().stream().allMatch(n -> vocabulary.within(n, broad.categories()))
                && broad.categories().stream().noneMatch(narrow.categories()::contains);
    }

    static boolean conjunction(Piece piece) {
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
            boolean apart = piece.is("for") || piece.is("with");
            if (apart || !joins && !piece.is("fn") && !reading.used[j]) {
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
}
