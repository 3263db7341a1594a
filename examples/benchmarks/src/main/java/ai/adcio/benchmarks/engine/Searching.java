package ai.adcio.benchmarks.engine;

import java.util.List;

/** Asks an engine one of the questions. Called by several threads at once. */
@FunctionalInterface
interface Searching {
    /**
     * The ids of what was found, best first.
     *
     * @param question from 0
     * @throws Exception when the engine does not answer
     */
    List<String> search(int question) throws Exception;
}
