package ai.adcio.benchmarks.engine;

import org.jspecify.annotations.Nullable;

/** An engine with a shop in it, and two ways to use it: our arm and sink, and its client alone. */
interface EngineTrial extends AutoCloseable {
    /** The engine's name. */
    String name();

    /** How many questions there are. */
    int questions();

    /** Asks through the arm. */
    Searching arm();

    /** Sends the requests that the arm sends for the same question, by the client alone. */
    Searching bareSearch();

    /** Sends less than the arm does, as a shop might that goes without its care; null where there is no such thing. */
    default @Nullable Searching careless() {
        return null;
    }

    /** Writes the products through the sink. */
    Filling sink();

    /** Writes what the sink makes of the products, by the client alone. */
    Filling bareFilling();

    /** Takes the shop away again and lets go of the engine. */
    @Override
    void close();
}
