package ai.adcio.retrieval;

import ai.adcio.AdcioException;
import ai.adcio.Language;
import ai.adcio.retrieval.RetrievalPlan.ArmPlan;
import ai.adcio.retrieval.RetrievalResult.Abstained;
import ai.adcio.retrieval.RetrievalResult.Failed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Arms that are asked at once, and what each says. For one turn. */
final class ArmRound {
    private final Map<String, RetrievalResult> answers = new LinkedHashMap<>();
    private final List<ArmTask<RetrievalResult>> tasks = new ArrayList<>();
    private final CountDownLatch left;

    /**
     * Prepares the calls of the arms that have to be asked.
     *
     * @param arms who takes part, in order
     * @param lanes every arm there is, by its name
     * @param call makes an arm's call, which counts the latch down when it ends
     * @throws AdcioException when an arm is named twice
     */
    ArmRound(
            List<ArmPlan> arms,
            Map<String, ArmLane> lanes,
            Language language,
            BiFunction<ArmLane, CountDownLatch, ArmTask<RetrievalResult>> call) {
        List<ArmLane> asked = new ArrayList<>(arms.size());
        for (ArmPlan planned : arms) {
            ArmLane lane = lanes.get(planned.arm());
            RetrievalResult known = known(lane, language);
            if (lane != null && known == null) {
                asked.add(lane);
            }
            if (answers.put(planned.arm(), known == null ? new Failed("late") : known) != null) {
                throw new AdcioException("arm " + planned.arm() + " is planned twice; plan each arm once");
            }
        }
        this.left = new CountDownLatch(asked.size());
        asked.forEach(lane -> tasks.add(call.apply(lane, left)));
    }

    /** What an arm's answer is without asking it, or null when it has to be asked. */
    private static @Nullable RetrievalResult known(@Nullable ArmLane lane, Language language) {
        if (lane == null) {
            return new Failed("there is no such arm");
        }
        Set<Language> languages = lane.traits().languages();
        return languages.isEmpty() || languages.contains(language)
                ? null
                : new Abstained("does not know the language " + language);
    }

    List<ArmTask<RetrievalResult>> tasks() {
        return tasks;
    }

    /** Reaches zero when every call has ended. */
    CountDownLatch left() {
        return left;
    }

    /** What each arm has said so far, in order; one that has not spoken yet is late. */
    Map<String, RetrievalResult> answers() {
        Map<String, RetrievalResult> now = new LinkedHashMap<>(answers);
        for (ArmTask<RetrievalResult> task : tasks) {
            ArmTask.Outcome<RetrievalResult> outcome = task.outcome();
            if (outcome != null) {
                now.put(task.arm(), outcome.answer());
            }
        }
        return now;
    }

    /** How long each arm that was asked took. */
    Map<String, Duration> timings() {
        Map<String, Duration> timings = new LinkedHashMap<>();
        for (ArmTask<RetrievalResult> task : tasks) {
            ArmTask.Outcome<RetrievalResult> outcome = task.outcome();
            if (outcome != null) {
                timings.put(task.arm(), outcome.took());
            }
        }
        return timings;
    }

    /** Whether none has answered so far, and not because every one abstains. */
    boolean wantsStandby() {
        boolean failed = false;
        for (RetrievalResult answer : answers().values()) {
            switch (answer) {
                case Failed ignored -> failed = true;
                case Abstained ignored -> {
                    // It would have had nothing to say on a good day either.
                }
                case RetrievalResult.Found ignored -> {
                    return false;
                }
                case RetrievalResult.Computed ignored -> {
                    return false;
                }
                case RetrievalResult.Empty ignored -> {
                    return false;
                }
            }
        }
        return failed;
    }
}
