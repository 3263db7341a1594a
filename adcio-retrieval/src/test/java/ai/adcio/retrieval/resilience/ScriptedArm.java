package ai.adcio.retrieval.resilience;

import ai.adcio.retrieval.ArmTraits;
import ai.adcio.retrieval.RetrievalRequest;
import ai.adcio.retrieval.RetrievalResult;
import ai.adcio.retrieval.RetrievalResult.Empty;
import ai.adcio.retrieval.RetrievalResult.Failed;
import ai.adcio.retrieval.ScoringRetriever;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;

/** A remote arm that answers as it is told, by the number of the call from 1. */
final class ScriptedArm implements ScoringRetriever {
    static final RetrievalResult NOTHING = new Empty("nothing");
    static final RetrievalResult DOWN = new Failed("down");

    private final AtomicInteger calls = new AtomicInteger();
    private final boolean remote;
    private volatile BiFunction<Integer, RetrievalRequest, RetrievalResult> script;

    ScriptedArm(BiFunction<Integer, RetrievalRequest, RetrievalResult> script) {
        this(true, script);
    }

    ScriptedArm(boolean remote, BiFunction<Integer, RetrievalRequest, RetrievalResult> script) {
        this.remote = remote;
        this.script = script;
    }

    void script(BiFunction<Integer, RetrievalRequest, RetrievalResult> next) {
        script = next;
    }

    int calls() {
        return calls.get();
    }

    @Override
    public ArmTraits traits() {
        return new ArmTraits("keyword", Set.of(), false, remote);
    }

    @Override
    public RetrievalResult retrieve(RetrievalRequest request) {
        return script.apply(calls.incrementAndGet(), request);
    }

    @Override
    public Map<String, Double> score(RetrievalRequest request, Collection<String> ids) {
        calls.incrementAndGet();
        return Map.of("scored", 1.0);
    }
}
