package ai.adcio.cli.dialogue;

import java.util.Locale;

/** How many of how many were right. Not thread safe. */
final class Tally {
    private int right;
    private int all;

    void add(boolean isRight) {
        all++;
        if (isRight) {
            right++;
        }
    }

    int right() {
        return right;
    }

    int all() {
        return all;
    }

    /** The share of right ones, 0 when there is none at all. */
    double share() {
        return all == 0 ? 0 : (double) right / all;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%5d/%-5d %6.1f%%", right, all, 100 * share());
    }
}
