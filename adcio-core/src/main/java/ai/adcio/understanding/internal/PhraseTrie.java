package ai.adcio.understanding.internal;

import ai.adcio.catalog.TextFolding;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Phrases by their folded characters. Blanks and hyphens count neither in a phrase nor in the text, so that compounds
 * are found however they are spaced; phrases of spaced scripts begin and end at word boundaries. Filled once, then
 * read by any number of threads.
 */
final class PhraseTrie {
    /** No phrase is longer; longer ones are names of single products. */
    static final int MAX_LENGTH = 64;

    private final Node root = new Node('\0');

    /** A phrase found. */
    record Found(int start, int end, List<Meaning> meanings) {}

    void add(String phrase, Meaning meaning) {
        Node node = root;
        FoldedText folded = FoldedText.of(phrase);
        if (folded.length() > MAX_LENGTH) {
            return;
        }
        int seen = 0;
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.at(i);
            if (!skipped(c)) {
                node = node.childOrNew(c);
                node.afterBlank |= i > 0 && skipped(folded.at(i - 1));
                seen++;
            }
        }
        if (seen > 0) {
            node.add(meaning);
        }
    }

    /** Puts another meaning in place of one, for the phrase and its singular or plural. */
    void replace(String phrase, Meaning old, Meaning meaning) {
        for (String variant : Inflection.variants(TextFolding.fold(phrase))) {
            List<Meaning> known = get(variant);
            int at = known.indexOf(old);
            if (at >= 0) {
                known.set(at, meaning);
            }
        }
    }

    /** The meanings of exactly this phrase, empty when it is unknown. */
    List<Meaning> get(String phrase) {
        Node node = root;
        FoldedText folded = FoldedText.of(phrase);
        for (int i = 0; i < folded.length(); i++) {
            if (!skipped(folded.at(i))) {
                Node next = node.child(folded.at(i));
                if (next == null) {
                    return List.of();
                }
                node = next;
            }
        }
        return node.meanings;
    }

    /** Adds every phrase that begins at a position of the text, shortest first. */
    void findAt(FoldedText text, int start, List<Found> into) {
        Node node = root;
        boolean blank = false;
        int limit = Math.min(text.length(), start + MAX_LENGTH + MAX_LENGTH / 2);
        for (int i = start; i < limit; i++) {
            char c = text.at(i);
            if (skipped(c)) {
                if (i == start) {
                    return;
                }
                blank |= c == ' ';
                continue;
            }
            Node next = node.child(c);
            if (next == null) {
                return;
            }
            if (blank && !next.afterBlank && FoldedText.isLatin(c) && !joinable(text, i)) {
                return;
            }
            blank = false;
            node = next;
            if (!node.meanings.isEmpty() && endsWord(text, i)) {
                into.add(new Found(start, i + 1, node.meanings));
            }
        }
    }

    /** Two words may be one compound when each is long enough to be more than a particle: water bottle, not to my. */
    private static boolean joinable(FoldedText text, int second) {
        if (second >= 2 && FoldedText.isHangul(text.at(second - 2))) {
            // 비타민 D: where the script changes, a blank says little.
            return true;
        }
        int before = 0;
        for (int i = second - 1; i >= 0 && before < 3; i--) {
            if (FoldedText.isWord(text.at(i))) {
                before++;
            } else if (before > 0) {
                break;
            }
        }
        int after = 0;
        while (second + after < text.length() && after < 3 && FoldedText.isWord(text.at(second + after))) {
            after++;
        }
        return before >= 3 && after >= 3;
    }

    private static boolean endsWord(FoldedText text, int last) {
        char c = text.at(last);
        if (last + 1 == text.length() || !FoldedText.isLatin(c)) {
            return true;
        }
        char next = text.at(last + 1);
        if (Character.isDigit(c)) {
            return !Character.isDigit(next);
        }
        return !FoldedText.isLatin(next);
    }

    private static boolean skipped(char c) {
        return c == ' ' || c == '-' || c == '\'' || c == '.' || c == '_';
    }

    /** Most nodes have one child and no meaning: they do without an array and a list. */
    private static final class Node {
        private final char label;
        private boolean afterBlank;
        private @Nullable Node only;
        private Node @Nullable [] several;
        private List<Meaning> meanings = List.of();

        Node(char label) {
            this.label = label;
        }

        void add(Meaning meaning) {
            if (meanings.isEmpty()) {
                meanings = new ArrayList<>(1);
            }
            if (!meanings.contains(meaning)) {
                meanings.add(meaning);
            }
        }

        @Nullable
        Node child(char c) {
            Node[] children = several;
            if (children == null) {
                Node child = only;
                return child != null && child.label == c ? child : null;
            }
            int i = place(children, c);
            return i < children.length && children[i].label == c ? children[i] : null;
        }

        Node childOrNew(char c) {
            Node known = child(c);
            if (known != null) {
                return known;
            }
            Node added = new Node(c);
            Node[] children = several;
            Node child = only;
            if (children != null) {
                several = with(children, added);
            } else if (child != null) {
                several = with(new Node[] {child}, added);
                only = null;
            } else {
                only = added;
            }
            return added;
        }

        private static Node[] with(Node[] children, Node added) {
            int at = place(children, added.label);
            Node[] more = new Node[children.length + 1];
            System.arraycopy(children, 0, more, 0, at);
            more[at] = added;
            System.arraycopy(children, at, more, at + 1, children.length - at);
            return more;
        }

        /** The place of the first child whose label is not less. */
        private static int place(Node[] children, char c) {
            int low = 0;
            int high = children.length;
            while (low < high) {
                int middle = low + high >>> 1;
                if (children[middle].label < c) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }
    }
}
