package ai.adcio.cli.eval;

import ai.adcio.cli.JsonFiles;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What was measured, for people and for machines.
 *
 * @param catalog the catalogue's name
 * @param parameters the version of the ranking parameters
 * @param systems the systems in the order in which they are printed, the router's last
 */
record RetrievalReport(String catalog, String parameters, List<Measured> systems) {
    /**
     * The router's nDCG@10 minus another system's.
     *
     * @param over the other system
     * @param difference the mean difference with its interval
     */
    private record Gain(String over, Statistics.Difference difference) {}

    private List<Gain> gains() {
        Measured router = systems.getLast();
        List<Gain> gains = new ArrayList<>();
        for (Measured other : systems.subList(0, systems.size() - 1)) {
            gains.add(new Gain(other.run().name(), Statistics.pairedBootstrap(router.ndcg10(), other.ndcg10())));
        }
        return gains;
    }

    private static long counted(double[] values) {
        return Arrays.stream(values).filter(v -> !Double.isNaN(v)).count();
    }

    String text() {
        Measured router = systems.getLast();
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%s: %d queries, %d with nDCG, %d with recall and MRR; ranking parameters %s%n%n",
                catalog,
                router.ndcg10().length,
                counted(router.ndcg10()),
                counted(router.recall10()),
                parameters));
        text.append(String.format(
                Locale.ROOT,
                "%-9s %8s %10s %11s %7s %10s %8s %8s%n",
                "",
                "nDCG@10",
                "recall@10",
                "recall@100",
                "MRR@10",
                "judged@10",
                "p50 ms",
                "p99 ms"));
        for (Measured system : systems) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-9s %8.4f %10.4f %11.4f %7.4f %10.4f %8.2f %8.2f%n",
                    system.run().name(),
                    Statistics.mean(system.ndcg10()),
                    Statistics.mean(system.recall10()),
                    Statistics.mean(system.recall100()),
                    Statistics.mean(system.mrr10()),
                    Statistics.mean(system.judged10()),
                    system.p50(),
                    system.p99()));
        }
        text.append(String.format(Locale.ROOT, "%nnDCG@10 of the router over the others, 95 %% paired bootstrap:%n"));
        for (Gain gain : gains()) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-9s %+8.4f  [%+.4f, %+.4f]%n",
                    gain.over(),
                    gain.difference().mean(),
                    gain.difference().low(),
                    gain.difference().high()));
        }
        return text.toString();
    }

    ObjectNode json() {
        Measured router = systems.getLast();
        ObjectNode root = JsonFiles.MAPPER.createObjectNode();
        root.put("catalog", catalog);
        root.put("parameters", parameters);
        root.putObject("queries")
                .put("all", router.ndcg10().length)
                .put("ndcg", counted(router.ndcg10()))
                .put("recall", counted(router.recall10()));
        ArrayNode runs = root.putArray("runs");
        for (Measured system : systems) {
            ObjectNode run = runs.addObject();
            run.put("name", system.run().name());
            put(run, "ndcg@10", Statistics.mean(system.ndcg10()));
            put(run, "recall@10", Statistics.mean(system.recall10()));
            put(run, "recall@100", Statistics.mean(system.recall100()));
            put(run, "mrr@10", Statistics.mean(system.mrr10()));
            put(run, "judged@10", Statistics.mean(system.judged10()));
            put(run, "p50Millis", system.p50());
            put(run, "p99Millis", system.p99());
        }
        ArrayNode differences = root.putArray("differences");
        for (Gain gain : gains()) {
            ObjectNode difference = differences.addObject();
            difference
                    .put("measure", "ndcg@10")
                    .put("of", RetrievalCommand.ROUTER)
                    .put("over", gain.over());
            put(difference, "mean", gain.difference().mean());
            put(difference, "low", gain.difference().low());
            put(difference, "high", gain.difference().high());
        }
        return root;
    }

    /** JSON knows no NaN: what could not be measured is absent. */
    static void put(ObjectNode node, String name, double value) {
        if (Double.isFinite(value)) {
            node.put(name, value);
        }
    }
}
