package ai.adcio.understanding.internal;

import ai.adcio.understanding.internal.Meaning.Brand;
import ai.adcio.understanding.internal.Meaning.Kind;
import ai.adcio.understanding.internal.Meaning.Value;
import java.util.List;
import java.util.Set;

/** Which names of a turn are denied: in English by a word before them, in Korean by one behind. */
final class Denial {
    private static final Set<String> TOPIC_ENDINGS =
            Set.of("은", "는", "도", "만", "거는", "꺼는", "건", "것은", "것도", "거도", "것만", "거만");

    private final List<Piece> pieces;
    /** A denial that has been read with a number denies that, and not the names beside it: "no kettles over $30". */
    private final boolean[] used;

    Denial(TurnReading reading) {
        this.pieces = reading.pieces;
        this.used = reading.used;
    }

    /** Whether the name at a position is denied. */
    boolean covers(int i) {
        if (freeOf(i)) {
            return true;
        }
        // English denies before: up to the next clause; "and" and "or" carry a denial on.
        for (int j = i - 1; j >= Math.max(0, i - 6); j--) {
            Piece piece = pieces.get(j);
            if (piece.text().equals("but")) {
                // "Any kettles but Tallow" leaves it out; "not Tallow but Brindle" wants the latter.
                if (anyBefore(j)) {
                    return true;
                }
                break;
            }
            boolean denies = piece.is("neg") || piece.is("hide") && !piece.hangul();
            // "Do you have no kettles under $30?" asks for them.
            if (denies && (used[j] || j > 0 && pieces.get(j - 1).is("carry"))) {
                return false;
            }
            if (denies) {
                boolean interjection = piece.text().equals("no")
                        && j + 1 < pieces.size()
                        && pieces.get(j + 1).mark()
                        && !pieces.get(j + 1).text().equals("-");
                return !interjection && !nearerKind(j, i);
            }
            boolean passes = piece.is("fn")
                    || piece.is("polite")
                    || piece.is("any")
                    || piece.is("or")
                    || piece.is("and")
                    || piece.text().equals("-") && piece.attached()
                    || piece.is("from.brand")
                    || piece.content() && !piece.is("with") && !piece.is("for")
                    || piece.text().equals(",") && listGoesOn(j);
            if (!passes || piece.is("instead")) {
                break;
            }
        }
        return behind(i) || behind(lastOfList(i));
    }

    /** Whether a denial stands behind a name: 빨강 말고, "red is out". */
    private boolean behind(int i) {
        if (i < 0) {
            return false;
        }
        // Right after the name and its endings.
        for (int j = i + 1; j < Math.min(pieces.size(), i + 5); j++) {
            Piece piece = pieces.get(j);
            boolean denies = piece.is("negpost") || piece.is("hide") && piece.hangul();
            if (denies && used[j]) {
                return false;
            }
            if (denies) {
                if (j == i + 1 && qualified(i)) {
                    return false;
                }
                boolean asks = piece.text().startsWith("없") && pieces.get(j).is("carry");
                // 검정 아니면 빨강 would take either.
                boolean either = piece.text().equals("아니면")
                        && j + 1 < pieces.size()
                        && pieces.get(j + 1).content();
                return !asks && !either;
            }
            boolean joined = piece.content() && KindGrammar.conjunction(pieces.get(j - 1))
                    || j == i + 1 && !piece.attached() && piece.first(Kind.class) != null && sort(pieces.get(i));
            boolean passes = joined
                    || (piece.is("end")
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
        return deniedAsTopic(i);
    }

    /**
     * The last of a list of names of which one is the first, as in "red, silver and black are out"; -1 when it is none, or
     * the verb behind is of one thing: "red and silver is out" wants red.
     */
    private int lastOfList(int i) {
        int last = i;
        boolean joined = false;
        for (int j = i + 1; j + 1 < pieces.size(); j += 2) {
            Piece between = pieces.get(j);
            boolean conjunction = between.is("and") || between.is("or");
            if (between.hangul() || !conjunction && !between.text().equals(",") || !named(pieces.get(j + 1))) {
                break;
            }
            joined |= conjunction;
            last = j + 1;
        }
        boolean one = last + 1 < pieces.size() && pieces.get(last + 1).text().startsWith("is");
        return joined && !one && named(pieces.get(i)) ? last : -1;
    }

    private static boolean named(Piece piece) {
        return piece.first(Brand.class) != null || piece.first(Value.class) != null || piece.first(Kind.class) != null;
    }

    /** 블랙은 너무 많아서 빼줘: a name that is the clause's topic is denied by the clause's end, whatever is said between. */
    private boolean deniedAsTopic(int i) {
        // A foreign name in a Korean sentence has a Korean ending.
        boolean latin = !pieces.get(i).hangul()
                && !(i + 1 < pieces.size()
                        && TOPIC_ENDINGS.contains(pieces.get(i + 1).text()));
        boolean topic = latin;
        for (int j = i + 1; j < Math.min(pieces.size(), i + 9); j++) {
            Piece piece = pieces.get(j);
            if (latin && piece.hangul()) {
                return false;
            }
            if (topic && (piece.is("negpost") || piece.is("negtopic") || deniesInEnglish(j, latin))) {
                return true;
            }
            boolean after = j <= i + 3;
            if (after && piece.hangul() && TOPIC_ENDINGS.contains(piece.text())) {
                topic = true;
                continue;
            }
            // 아크릴 섞인 건: a verb may stand between the name and the thing that has it.
            boolean thing = piece.is("thing") || piece.is("end") || piece.unknown() && piece.hangul() && j == i + 1;
            if (!topic && !thing
                    || piece.mark()
                    || piece.quantity() != null
                    || piece.content()
                    || piece.is("show") && !piece.is("end")
                    || topic && j > i + 3 && piece.is("thing") && !piece.is("polite")) {
                return false;
            }
        }
        return false;
    }

    /**
     * 패딩은 exclude 하고, 네이비는 skip: an English word of denial, used as a Korean verb.
     *
     * @param english whether the sentence is English, where such a word at the end denies no name: "red or not"
     */
    private boolean deniesInEnglish(int i, boolean english) {
        boolean denies = pieces.get(i).is("neg") && !pieces.get(i).hangul();
        return denies
                && (!english && (i + 1 == pieces.size() || pieces.get(i + 1).mark())
                        || i + 1 < pieces.size()
                                && pieces.get(i + 1).hangul()
                                && "하해할합".indexOf(pieces.get(i + 1).text().charAt(0)) >= 0);
    }

    private boolean anyBefore(int but) {
        for (int j = but - 1; j >= Math.max(0, but - 4) && !pieces.get(j).mark(); j--) {
            if (pieces.get(j).is("any") || pieces.get(j).is("every")) {
                return true;
            }
        }
        return false;
    }

    /** "leather-free", "sugar free": said behind the name in English, too. */
    boolean freeOf(int i) {
        int after = i + 1 < pieces.size() && pieces.get(i + 1).text().equals("-") ? i + 2 : i + 1;
        return after < pieces.size() && pieces.get(after).is("freeof");
    }

    /** 유선 마우스 말고: what is denied is the sort, and the kind behind it stands. */
    private boolean qualified(int i) {
        if (i == 0 || pieces.get(i).first(Kind.class) == null) {
            return false;
        }
        return pieces.get(i - 1).hangul() && !pieces.get(i).attached() && sort(pieces.get(i - 1));
    }

    /** What is no kind of its own; a brand beside a denied kind is still wanted: "adidas 신발 말고". */
    private static boolean sort(Piece piece) {
        return piece.first(Kind.class) == null && piece.first(Value.class) != null;
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
                return true;
            }
        }
        return false;
    }
}
