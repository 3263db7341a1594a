package ai.adcio.understanding.internal;

import ai.adcio.catalog.Constraint;
import ai.adcio.catalog.TextFolding;
import ai.adcio.conversation.ShoppingNeed;
import ai.adcio.understanding.internal.Meaning.Kind;
import ai.adcio.understanding.internal.Meaning.Unrecorded;
import ai.adcio.understanding.internal.TurnReading.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Tells what a refinement wants of the thing that is sought from another thing: of water bottles, "with straw" and 빨대 있는 거
 * ask for no straws, "stainless" and 꽃무늬 for nothing of that name.
 */
final class Features {
    private final TurnReading reading;
    private final List<Piece> pieces;
    private final Vocabulary vocabulary;
    private final ShoppingNeed need;
    private final String topic;

    Features(TurnReading reading, Vocabulary vocabulary, ShoppingNeed need) {
        this.reading = reading;
        this.pieces = reading.pieces;
        this.vocabulary = vocabulary;
        this.need = need;
        this.topic = need.topic() == null ? "" : need.topic();
    }

    /** Takes features out of the kinds that are sought: words that titles have are searched for, others set aside. */
    void apply() {
        if (topic.isEmpty() || reading.hasAny("newtopic", "instead", "reset", "back", "count", "similar", "compare")) {
            return;
        }
        int with = governor();
        if (with >= 0) {
            demoteBehind(with);
        }
        for (Named<Kind> kind : List.copyOf(reading.kinds)) {
            if (isTitleWordBeside(kind)) {
                demote(kind);
            }
        }
        readKorean();
        readManner();
        if (reading.saysOnlyNames() && !reading.constrains()) {
            setAsideUnheardOf();
        }
    }

    /** Where the preposition stands that a turn begins with, or that ends what it asks of "it"; or -1. */
    private int governor() {
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            boolean things = piece.is("thing") || piece.is("one") || piece.is("any");
            if (things
                    && !piece.hangul()
                    && i + 1 < pieces.size()
                    && pieces.get(i + 1).is("with")) {
                // "Something with a lid" is still what is sought.
                continue;
            }
            if (piece.is("for")
                    || piece.is("with")
                    || !piece.hangul() && piece.text().endsWith(" with")) {
                return piece.hangul() ? -1 : i;
            }
            if (!piece.mark() && !piece.is("fn") && !piece.is("polite") && !piece.is("and")) {
                return -1;
            }
        }
        return -1;
    }

    private void demoteBehind(int governor) {
        for (Named<Kind> kind : List.copyOf(reading.kinds)) {
            if (kind.index() > governor) {
                demote(kind);
            }
        }
        for (Piece absent : List.copyOf(reading.absentKinds)) {
            if (pieces.indexOf(absent) > governor) {
                reading.absentKinds.remove(absent);
                setAside(absent, absent);
            }
        }
    }

    private void demote(Named<Kind> kind) {
        reading.kinds.remove(kind);
        reading.words.addAll(TextFolding.words(kind.piece().text()));
    }

    /** Whether a kind is only a name that titles have, and titles of what is sought have it, too. */
    private boolean isTitleWordBeside(Named<Kind> kind) {
        boolean named = pieces.get(kind.index()).first(Kind.class) != null
                || !kind.meaning().categories().isEmpty();
        if (named || reading.hasAny("show", "carry")) {
            return false;
        }
        for (String thing : topic.split(" / ")) {
            String head = thing.substring(thing.lastIndexOf(' ') + 1);
            for (String phrase : kind.meaning().phrases()) {
                List<String> words = new ArrayList<>(TextFolding.words(phrase));
                boolean sameThing =
                        words.stream().anyMatch(w -> Inflection.singular(w).equals(Inflection.singular(head)));
                words.add(head);
                if (!sameThing && vocabulary.titles().countAll(words) > 0) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether some title of what is sought has a word. */
    private boolean titlesTogether(String word) {
        return TextFolding.words(topic).stream()
                .anyMatch(head -> vocabulary.titles().countAll(List.of(head, word)) > 0);
    }

    /** 마이크 달린 거, 빨대 있는 걸로, 세탁 되는 거: what the thing has or can do. */
    private void readKorean() {
        for (int i = 1; i < pieces.size(); i++) {
            if (!pieces.get(i).is("having") || !pieces.get(i).hangul()) {
                continue;
            }
            int last = i - 1;
            while (last > 0 && pieces.get(last).is("end")) {
                last--;
            }
            Piece name = pieces.get(last);
            Named<Kind> kind = reading.kinds.stream()
                    .filter(k -> k.piece().equals(name))
                    .findFirst()
                    .orElse(null);
            if (kind != null && !Slots.sameKind(Slots.kind("", List.of(kind.meaning()), false), topicKind())) {
                if (titlesTogether(name.text())) {
                    demote(kind);
                } else {
                    reading.kinds.remove(kind);
                    setAside(name, pieces.get(i));
                    reading.used[i] = true;
                }
            } else if (reading.absentKinds.remove(name) || unheardOf(last)) {
                setAside(name, pieces.get(i));
                reading.used[i] = true;
            }
        }
    }

    private boolean saysManner() {
        return reading.unrecorded.isEmpty()
                && reading.facts.isEmpty()
                && pieces.stream()
                        .allMatch(p -> p.mark()
                                || p.unknown()
                                || p.is("end")
                                || p.is("polite")
                                || p.is("thing")
                                || p.is("show")
                                || p.is("carry"))
                && pieces.stream().filter(Piece::unknown).count() == 1;
    }

    /** 큰거, 튼튼한 걸로: a manner that no field records is a wish, too, when the turn says nothing else. */
    private void readManner() {
        if (reading.constrains() || !saysManner()) {
            return;
        }
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            int next = i + 1;
            while (next < pieces.size()
                    && pieces.get(next).is("end")
                    && !pieces.get(next).is("thing")) {
                next++;
            }
            boolean thing = Nominal.isThing(piece.text())
                    || next < pieces.size() && pieces.get(next).is("thing");
            boolean manner = piece.unknown() && piece.hangul() && thing && !reading.used[i];
            if (manner && vocabulary.titleFrequency(piece.text()) == 0) {
                setAside(piece, next < pieces.size() && pieces.get(next).is("thing") ? pieces.get(next) : piece);
                return;
            }
        }
    }

    private @Nullable Constraint topicKind() {
        return need.constraints().stream()
                .filter(c -> c.text().equals(topic))
                .findFirst()
                .orElse(null);
    }

    /** One word that nobody says of anything sold here is a wish; several are more likely struck at random. */
    private void setAsideUnheardOf() {
        List<Integer> unheardOf = IntStream.range(0, pieces.size())
                .filter(this::unheardOf)
                .boxed()
                .toList();
        if (unheardOf.size() == 1) {
            Piece word = pieces.get(unheardOf.getFirst());
            setAside(word, word);
        } else if (unheardOf.size() == reading.words.size()) {
            reading.words.clear();
            reading.tags.add("unheardof");
        }
    }

    private boolean unheardOf(int i) {
        String word = pieces.get(i).text();
        return pieces.get(i).unknown() && reading.words.contains(word) && vocabulary.titleFrequency(word) == 0;
    }

    private void setAside(Piece first, Piece last) {
        int index = pieces.indexOf(first);
        reading.words.remove(first.text());
        reading.used[index] = true;
        String text = reading.text.slice(first.start(), last.end()).strip();
        Piece wish = new Piece(first.start(), last.end(), text, List.of(), null, first.hangul(), false);
        reading.unrecorded.add(new Named<>(index, wish, new Unrecorded("feature")));
    }
}
