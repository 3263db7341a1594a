package ai.adcio.cli.dialogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The score of a set of dialogues, gathered dialogue by dialogue. Not thread safe. */
final class DialogueScore {
    private final Map<String, Tally> byExpectation = new TreeMap<>();
    private final Map<String, Tally> byTag = new TreeMap<>();
    private final Map<String, Tally> byLanguage = new TreeMap<>();
    private final Map<String, Tally> dialoguesByLanguage = new TreeMap<>();
    private final Tally turns = new Tally();
    private final Tally dialogues = new Tally();
    private final List<Failure> failures = new ArrayList<>();

    /**
     * An expectation that was not met.
     *
     * @param dialogue the dialogue's id
     * @param turn the turn's index, from 0
     * @param expectation the expectation's key
     * @param why what is wrong
     * @param user what the shopper said
     */
    record Failure(String dialogue, int turn, String expectation, String why, String user) {}

    /**
     * Scores one dialogue.
     *
     * @param catalog the records of its catalogue by id
     * @param replies gives the reply to the turn of an index, or null
     * @return for each turn whether it is all right
     */
    List<Boolean> add(Dialogue dialogue, Map<String, JsonNode> catalog, Function<Integer, @Nullable JsonNode> replies) {
        Map<Integer, JsonNode> earlier = new HashMap<>();
        List<Boolean> rights = new ArrayList<>();
        for (int i = 0; i < dialogue.turns().size(); i++) {
            Dialogue.Turn turn = dialogue.turns().get(i);
            JsonNode reply = replies.apply(i);
            List<Checked> results = ReplyCheck.check(catalog, dialogue.language(), turn.expect(), reply, earlier);
            if (reply != null) {
                earlier.put(i, reply);
            }
            boolean right = results.stream().allMatch(Checked::met);
            rights.add(right);
            turns.add(right);
            tally(byLanguage, dialogue.language()).add(right);
            for (String tag : dialogue.tags()) {
                tally(byTag, tag).add(right);
            }
            for (Checked result : results) {
                tally(byExpectation, result.expectation()).add(result.met());
                if (!result.met()) {
                    failures.add(new Failure(dialogue.id(), i, result.expectation(), result.why(), turn.user()));
                }
            }
        }
        boolean allRight = !rights.contains(false);
        dialogues.add(allRight);
        tally(dialoguesByLanguage, dialogue.language()).add(allRight);
        return rights;
    }

    private static Tally tally(Map<String, Tally> tallies, String key) {
        return tallies.computeIfAbsent(key, unused -> new Tally());
    }

    Map<String, Tally> byExpectation() {
        return byExpectation;
    }

    Map<String, Tally> byTag() {
        return byTag;
    }

    Map<String, Tally> byLanguage() {
        return byLanguage;
    }

    Map<String, Tally> dialoguesByLanguage() {
        return dialoguesByLanguage;
    }

    Tally turns() {
        return turns;
    }

    Tally dialogues() {
        return dialogues;
    }

    List<Failure> failures() {
        return failures;
    }
}
