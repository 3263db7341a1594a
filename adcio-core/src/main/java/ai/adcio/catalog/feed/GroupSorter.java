package ai.adcio.catalog.feed;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Brings rows of one group together, wherever they stand: groups in the order of their first rows, rows in the feed's. On
 * the heap are the names of the groups and a bounded number of bytes of rows; further rows wait in a temporary file as
 * sorted runs that are merged at the end. Not thread safe.
 */
final class GroupSorter implements Closeable {
    private static final Comparator<Placed> ORDER = Comparator.comparingLong(Placed::group)
            .thenComparingLong(placed -> placed.row().number());

    private final ReadSettings settings;
    private final Map<String, Long> firstRows = new HashMap<>();
    private final List<Run> runs = new ArrayList<>();
    private List<Placed> held = new ArrayList<>();
    private long heldBytes;
    private @Nullable SpillFile file;

    GroupSorter(ReadSettings settings) {
        this.settings = settings;
    }

    void add(String group, Row row) throws IOException {
        Long known = firstRows.putIfAbsent(group, row.number());
        held.add(new Placed(known == null ? row.number() : known, row));
        heldBytes += row.weight();
        if (heldBytes > settings.heldBytes()) {
            spill();
        }
    }

    /** Hands over every group; to be called once, after the last row was added. */
    void forEach(GroupConsumer consumer) throws IOException {
        held.sort(ORDER);
        Iterator<Placed> rest = held.iterator();
        runs.add(() -> rest.hasNext() ? rest.next() : null);
        PriorityQueue<Head> heads = new PriorityQueue<>(Comparator.comparing(Head::placed, ORDER));
        for (Run run : runs) {
            advance(run, heads);
        }
        List<Row> group = new ArrayList<>();
        long current = 0;
        for (Head head = heads.poll(); head != null; head = heads.poll()) {
            if (!group.isEmpty() && head.placed().group() != current) {
                consumer.accept(List.copyOf(group));
                group.clear();
            }
            current = head.placed().group();
            group.add(head.placed().row());
            advance(head.run(), heads);
        }
        if (!group.isEmpty()) {
            consumer.accept(List.copyOf(group));
        }
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }

    private void spill() throws IOException {
        if (file == null) {
            file = SpillFile.create(settings.folder());
        }
        held.sort(ORDER);
        runs.add(file.write(held));
        held = new ArrayList<>();
        heldBytes = 0;
    }

    private static void advance(Run run, PriorityQueue<Head> heads) throws IOException {
        Placed placed = run.next();
        if (placed != null) {
            heads.add(new Head(placed, run));
        }
    }

    /** Takes the rows of one group, which are not empty. */
    @FunctionalInterface
    interface GroupConsumer {
        void accept(List<Row> rows) throws IOException;
    }

    /** Sorted rows, read one by one. */
    @FunctionalInterface
    interface Run {
        /** The next row, or null after the last. */
        @Nullable
        Placed next() throws IOException;
    }

    /** @param group the number of the first row of the row's group */
    record Placed(long group, Row row) {}

    private record Head(Placed placed, Run run) {}
}
