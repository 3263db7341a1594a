package ai.adcio.cli.eval;

import ai.adcio.cli.EngineOptions;
import java.util.List;
import java.util.Set;

/** One engine of the fault matrix, behind doors of the proxy, with the means to harm what a shop has in it. */
interface TestedEngine {
    /** The engine's name for people. */
    String title();

    /** The name of the arm that answers from it. */
    String arm();

    /** The way to it for a shop: through the doors. */
    EngineOptions proxied(String shop);

    /** The way to it for a shop: around the doors. */
    EngineOptions direct(String shop);

    /** All doors. */
    List<Toxiproxy.Door> doors();

    /** What a server in its place may say, those answers that fit its protocols. */
    List<WrongAnswer> wrongAnswers();

    /** Takes everything of a shop out of the engine. */
    void remove(String shop);

    /** Takes what a shop's products are kept in away, and leaves what points there where the engine allows it. */
    void drop(String shop);

    /** Puts something under the shop's name that has other fields. */
    void misshape(String shop);

    /** Lets nobody write what a shop has, or lets them again. */
    void readOnly(String shop, boolean on);

    /** The ids of the products that the shop is served from, read without the arm. */
    Set<String> held(String shop);

    /**
     * Something wrong that is said in a server's place.
     *
     * @param name what it is
     * @param door where it is said
     * @param script what is said
     * @param cold whether it meets those who connect, and not those who are connected
     */
    record WrongAnswer(String name, Toxiproxy.Door door, List<byte[]> script, boolean cold) {}
}
