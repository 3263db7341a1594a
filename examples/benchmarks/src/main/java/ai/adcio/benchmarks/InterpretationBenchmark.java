package ai.adcio.benchmarks;

import ai.adcio.understanding.Interpretation;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long the deterministic interpreter takes for a turn. All turns about a catalogue are read round and round, each
 * with the state that its conversation had, so that the percentiles are those of a shop's turns and not of one turn's
 * repetitions.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms2g", "-Xmx2g"})
public class InterpretationBenchmark {
    /** Reads the next turn. */
    @Benchmark
    public Interpretation interpret(Shop shop, Cursor cursor) {
        ReadyShop ready = Objects.requireNonNull(shop.ready);
        return ready.interpret(ready.turns().get(cursor.next(ready.turns().size())));
    }

    /** What is said about a catalogue. */
    @State(Scope.Benchmark)
    public static class Shop {
        /** The catalogue's name in the data folder. */
        @Param({"amazon-esci", "shop-ko", "icecat"})
        public String catalog = "";

        /** The file of dialogues; one that is not absolute starts at the data folder. */
        @Param("dialogues/dialogues.jsonl")
        public String dialogues = "";

        private @Nullable ReadyShop ready;

        /** Makes the turns ready. */
        @Setup
        public void open() {
            ready = ReadyShop.open(DataFolder.fromSettings(), catalog, dialogues);
        }

        /** Lets go of the catalogue. */
        @TearDown
        public void close() {
            Objects.requireNonNull(ready).close();
        }
    }

    /** Which turn a thread reads next. */
    @State(Scope.Thread)
    public static class Cursor {
        private int last = -1;

        int next(int size) {
            last = last + 1 < size ? last + 1 : 0;
            return last;
        }
    }
}
