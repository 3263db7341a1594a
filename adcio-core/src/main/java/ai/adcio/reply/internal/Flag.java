package ai.adcio.reply.internal;

import ai.adcio.catalog.TextFolding;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A value that says no more than whether. */
enum Flag {
    YES(Set.of("yes", "true", "y", "예", "네", "있음")),
    NO(Set.of("no", "false", "n", "아니오", "아니요", "없음"));

    private final Set<String> spellings;

    Flag(Set<String> spellings) {
        this.spellings = spellings;
    }

    /** What the value says, or null when it says more. */
    static @Nullable Flag of(String value) {
        String folded = TextFolding.fold(value);
        for (Flag flag : values()) {
            if (flag.spellings.contains(folded)) {
                return flag;
            }
        }
        return null;
    }

    /** The phrase for it. */
    String phrase() {
        return this == YES ? "value.yes" : "value.no";
    }
}
