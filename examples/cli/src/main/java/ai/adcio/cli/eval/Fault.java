package ai.adcio.cli.eval;

import ai.adcio.cli.eval.TestedEngine.WrongAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * One way in which an engine fails.
 *
 * @param name what it is called in the table
 * @param cold whether it strikes before the arm's first call, and not while the arm is connected
 * @param harmless whether searches must be whole all the same
 * @param strike makes it so
 * @param heal makes it as it was
 */
record Fault(String name, boolean cold, boolean harmless, Runnable strike, Runnable heal) {
    // So many bytes of a search's answer are its head and the start of its body.
    private static final int CUT_BYTES = 150;
    // About 160 bytes a second: even the head of an answer takes longer than a shopper waits.
    private static final int DRIP_BYTES = 16;
    private static final int DRIP_PAUSE_MICROS = 100_000;
    private static final int RESET_MILLIS = 150;

    /** The name with the moment at which it strikes shoppers. */
    String moment() {
        return cold ? name + ", first call" : name;
    }

    /** Nothing is wrong. */
    static Fault none() {
        return new Fault("nothing (healthy)", false, true, () -> {}, () -> {});
    }

    /** The network and what stands in the server's place: what passes without a trace when it is healed. */
    static List<Fault> passing(TestedEngine engine) {
        List<Fault> faults = new ArrayList<>();
        faults.add(refuse(engine));
        faults.add(hang(engine, "hang", false));
        faults.add(hang(engine, "hang", true));
        faults.add(atDoors(engine, "slow drip", false, Fault::drip));
        faults.add(reset(engine));
        faults.add(cut(engine));
        for (WrongAnswer answer : engine.wrongAnswers()) {
            faults.add(wrong(answer));
        }
        return List.copyOf(faults);
    }

    /** Nobody listens. */
    static Fault refuse(TestedEngine engine) {
        return atDoors(engine, "refuse", false, door -> door.enable(false));
    }

    /** Everybody is let in and nobody is answered. */
    static Fault hang(TestedEngine engine, String name, boolean cold) {
        return atDoors(engine, name, cold, door -> {
            door.spoil("timeout", "downstream", Map.of("timeout", 0));
            door.spoil("timeout", "upstream", Map.of("timeout", 0));
        });
    }

    private static Fault reset(TestedEngine engine) {
        return atDoors(engine, "reset mid-answer", false, door -> {
            drip(door);
            door.spoil("reset_peer", "downstream", Map.of("timeout", RESET_MILLIS));
        });
    }

    private static Fault cut(TestedEngine engine) {
        return atDoors(
                engine,
                "closed mid-answer",
                false,
                door -> door.spoil("limit_data", "downstream", Map.of("bytes", CUT_BYTES)));
    }

    private static void drip(Toxiproxy.Door door) {
        door.spoil(
                "slicer",
                "downstream",
                Map.of("average_size", DRIP_BYTES, "size_variation", DRIP_BYTES / 2, "delay", DRIP_PAUSE_MICROS));
    }

    private static Fault atDoors(TestedEngine engine, String name, boolean cold, Consumer<Toxiproxy.Door> harm) {
        return new Fault(
                name,
                cold,
                false,
                () -> engine.doors().forEach(harm),
                () -> engine.doors().forEach(Toxiproxy.Door::heal));
    }

    private static Fault wrong(WrongAnswer answer) {
        List<ScriptedServer> running = new ArrayList<>();
        return new Fault(
                answer.name(),
                answer.cold(),
                false,
                () -> {
                    ScriptedServer server = new ScriptedServer(answer.script());
                    running.add(server);
                    answer.door().lead(server.address());
                },
                () -> {
                    answer.door().heal();
                    running.forEach(ScriptedServer::close);
                    running.clear();
                });
    }
}
