package ai.adcio.reply.internal;

import ai.adcio.catalog.TextFolding;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A value that says no more than whether. */
enum Flag {
    YES,
    NO;

    private static final Set<String> SAYS_YES = Set.of("yes", "true", "y", "예", "네", "있음");
    private static final Set<String> SAYS_NO = Set.of("no", "false", "n", "아니오", "아니요", "없음");

    /** What the value says, or null when it says more. */
    static @Nullable Flag of(String value) {
        String folded = TextFolding.fold(value);
        return SAYS_YES.contains(folded) ? YES : SAYS_NO.contains(folded) ? NO : null;
    }

    /** The phrase for it. */
    String phrase() {
        return this == YES ? "value.yes" : "value.no";
    }
}
