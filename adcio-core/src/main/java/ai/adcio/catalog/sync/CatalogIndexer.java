package ai.adcio.catalog.sync;

import ai.adcio.AdcioException;
import ai.adcio.catalog.CatalogCapabilities;
import ai.adcio.catalog.CatalogChanges;
import ai.adcio.catalog.CatalogSnapshot;
import ai.adcio.catalog.ProductRecords;
import ai.adcio.catalog.feed.JsonLines;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Keeps several engines in step with one catalogue: whole loads, of which none serves a part, and batches of changes on
 * top of them. What it has done it keeps in a folder, so that a run that was killed at any moment is gone on with by the
 * next one, and all engines end with the same products. One indexer at a time works in a folder; its methods may be
 * called by any thread and wait for one another.
 */
public final class CatalogIndexer implements AutoCloseable {
    /** How many products are written at once unless the caller says otherwise. */
    public static final int DEFAULT_BATCH_SIZE = 1_000;

    private final List<CatalogSink> sinks;
    private final int batchSize;
    private final long allowedRefusals;
    private final Consumer<SinkStatus> listener;
    private final FolderLock lock;
    private final StateFile stateFile;
    private final ChangeJournal journal;
    private final ConcurrentHashMap<String, String> failures = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, List<SinkException.Refusal>> refusals = new ConcurrentHashMap<>();
    private final Object stateLock = new Object();
    private SyncState state;

    private CatalogIndexer(Builder builder) {
        sinks = List.copyOf(builder.sinks);
        batchSize = builder.batchSize;
        allowedRefusals = builder.allowedRefusals;
        listener = builder.listener;
        lock = FolderLock.take(builder.folder);
        try {
            stateFile = new StateFile(builder.folder.resolve("checkpoint.json"), builder.boundary);
            state = stateFile.read();
            journal = new ChangeJournal(builder.folder.resolve("changes.jsonl"), builder.boundary);
        } catch (RuntimeException e) {
            lock.close(e);
            throw e;
        }
    }

    /**
     * Starts an indexer.
     *
     * @param folder keeps what was done; made when it is missing
     */
    public static Builder builder(Path folder) {
        return new Builder(folder);
    }

    /**
     * Brings every engine to a whole catalogue. Each is filled at its own pace; when all hold everything, all serve it.
     * A load of the same content that was not finished is gone on with; nothing is done when every engine serves it
     * already. Changes that were applied before are taken to be in the catalogue.
     *
     * @return how far each engine is; where one failed, none serves the new products, and another call goes on
     * @throws AdcioException when the folder cannot be written
     */
    public synchronized SyncReport load(CatalogSnapshot catalog) {
        failures.clear();
        refusals.clear();
        begin(catalog);
        SyncState.Load load = Objects.requireNonNull(state.load());
        if (!load.finished()) {
            inParallel(sink -> fill(sink, catalog, load));
            if (failures.isEmpty()) {
                inParallel(sink -> publish(sink, load));
            }
            if (failures.isEmpty()) {
                save(state -> state.with(load.done()));
            }
        }
        catchUp();
        return status();
    }

    /**
     * Applies a batch of changes to every engine. It is on disk before any engine sees it; an engine that fails to take
     * it takes it with the next call of any of the three methods, in the order of the batches.
     *
     * @return how far each engine is
     * @throws AdcioException when nothing was loaded yet or the folder cannot be written; the batch is not kept then
     */
    public synchronized SyncReport apply(CatalogChanges changes) {
        failures.clear();
        refusals.clear();
        if (state.load() == null) {
            throw new AdcioException("no catalogue was loaded into the engines yet; load one before changing it");
        }
        journal.append(lastSequence() + 1, changes);
        catchUp();
        return status();
    }

    /** Gives every engine the batches of changes that it has not taken over yet. */
    public synchronized SyncReport resume() {
        failures.clear();
        refusals.clear();
        catchUp();
        return status();
    }

    /** How far each engine is, as far as was written down; asks no engine. */
    public synchronized SyncReport status() {
        return new SyncReport(sinks.stream().map(this::status).toList());
    }

    /** Lets go of the folder; the engines stay open. */
    @Override
    public synchronized void close() {
        try (lock) {
            journal.close();
        }
    }

    private void begin(CatalogSnapshot catalog) {
        String hash = hash(catalog.records());
        SyncState.Load last = state.load();
        if (last != null
                && last.hash().equals(hash)
                && last.sequence() == lastSequence()
                && (!last.finished() || allServe(last))) {
            return;
        }
        // Above what an earlier folder may have named, in case it was lost: its generations may hold changes by now.
        long number = last == null ? System.currentTimeMillis() : last.number() + 1;
        SyncState.Load next = new SyncState.Load(number, hash, catalog.records().size(), lastSequence(), false);
        save(state -> state.beginning(next));
    }

    private boolean allServe(SyncState.Load load) {
        return sinks.stream()
                .allMatch(sink -> state.progress(sink.name()).published()
                        && load.generation().equals(sink.published()));
    }

    private void fill(CatalogSink sink, CatalogSnapshot catalog, SyncState.Load load) {
        String generation = load.generation();
        sink.begin(generation, catalog.capabilities());
        SyncState.Progress before = progress(sink);
        if (before.published()) {
            return;
        }
        if (before.written() > 0 && sink.size(generation) < before.written() - before.refused()) {
            // The engine has lost what it had acknowledged.
            update(sink, p -> new SyncState.Progress(0, 0, false, p.sequence()));
        }
        write(sink, catalog, generation);
        sink.refresh(generation);
        if (sink.size(generation) != load.products() - progress(sink).refused()) {
            update(sink, p -> new SyncState.Progress(0, 0, false, p.sequence()));
            write(sink, catalog, generation);
            sink.refresh(generation);
        }
        SyncState.Progress after = progress(sink);
        long held = sink.size(generation);
        if (held != load.products() - after.refused()) {
            throw new AdcioException("holds " + held + " products of " + load.products() + " after all were written");
        }
        if (after.refused() > allowedRefusals) {
            throw new AdcioException("refused " + after.refused() + " products, " + allowedRefusals
                    + " are allowed; mend them, or allow more refusals");
        }
    }

    /** Writes what the engine has not acknowledged yet. */
    private void write(CatalogSink sink, CatalogSnapshot catalog, String generation) {
        LoadBatches batches = new LoadBatches(
                sink,
                generation,
                batchSize,
                progress(sink).written(),
                (products, refused) -> taken(sink, products, refused));
        catalog.records().forEach(batches::add);
        batches.flush();
    }

    private void taken(CatalogSink sink, int products, List<SinkException.Refusal> refused) {
        note(sink, refused);
        update(
                sink,
                p -> new SyncState.Progress(
                        p.written() + products, p.refused() + refused.size(), p.published(), p.sequence()));
        listener.accept(status(sink));
    }

    private void publish(CatalogSink sink, SyncState.Load load) {
        sink.publish(load.generation());
        // What changed before the load is in it.
        update(
                sink,
                p -> new SyncState.Progress(p.written(), p.refused(), true, Math.max(p.sequence(), load.sequence())));
    }

    private void catchUp() {
        inParallel(sink -> {
            for (ChangeJournal.Entry entry : journal.after(progress(sink).sequence())) {
                apply(sink, entry);
            }
        });
        boolean all = sinks.stream()
                .allMatch(sink -> journal.after(progress(sink).sequence()).isEmpty());
        if (all) {
            journal.clear();
        }
    }

    private void apply(CatalogSink sink, ChangeJournal.Entry entry) {
        String generation = sink.published();
        if (generation == null) {
            throw new AdcioException("serves no catalogue yet; load one");
        }
        CatalogChanges changes = entry.changes();
        if (!changes.upserts().isEmpty()) {
            sink.begin(generation, CatalogCapabilities.of(changes.upserts()));
        }
        try {
            sink.write(generation, changes);
        } catch (SinkException e) {
            note(sink, e.refusals());
        }
        sink.refresh(generation);
        update(sink, p -> new SyncState.Progress(p.written(), p.refused(), p.published(), entry.sequence()));
    }

    private void note(CatalogSink sink, List<SinkException.Refusal> refused) {
        if (refused.isEmpty()) {
            return;
        }
        refusals.merge(sink.name(), refused, (a, b) -> {
            List<SinkException.Refusal> both = new ArrayList<>(a);
            both.addAll(b);
            return both;
        });
    }

    /** Does something with every engine at once, but for those that have failed; notes which fail. */
    private void inParallel(Consumer<CatalogSink> work) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Void>> running = sinks.stream()
                    .filter(sink -> !failures.containsKey(sink.name()))
                    .map(sink -> CompletableFuture.runAsync(() -> attempt(sink, work), threads))
                    .toList();
            CompletableFuture.allOf(running.toArray(CompletableFuture[]::new)).join();
        }
    }

    private void attempt(CatalogSink sink, Consumer<CatalogSink> work) {
        try {
            work.accept(sink);
        } catch (RuntimeException e) {
            failures.put(sink.name(), message(e));
        }
        listener.accept(status(sink));
    }

    private static String message(RuntimeException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private SyncState.Progress progress(CatalogSink sink) {
        synchronized (stateLock) {
            return state.progress(sink.name());
        }
    }

    private void update(CatalogSink sink, Function<SyncState.Progress, SyncState.Progress> change) {
        save(state -> state.with(sink.name(), change::apply));
    }

    private void save(Function<SyncState, SyncState> change) {
        synchronized (stateLock) {
            SyncState next = change.apply(state);
            stateFile.write(next);
            state = next;
        }
    }

    private SinkStatus status(CatalogSink sink) {
        SyncState now;
        synchronized (stateLock) {
            now = state;
        }
        SyncState.Progress progress = now.progress(sink.name());
        SyncState.Load load = now.load();
        return new SinkStatus(
                sink.name(),
                load == null ? null : load.generation(),
                progress.written(),
                load == null ? 0 : load.products(),
                progress.published(),
                journal.after(progress.sequence()).size(),
                refusals.getOrDefault(sink.name(), List.of()),
                failures.get(sink.name()));
    }

    private long lastSequence() {
        long last = journal.last();
        SyncState.Load load = state.load();
        last = load == null ? last : Math.max(last, load.sequence());
        for (SyncState.Progress progress : state.sinks().values()) {
            last = Math.max(last, progress.sequence());
        }
        return last;
    }

    /** Tells the content of a catalogue, its order included, since a load is gone on with by position. */
    private static String hash(ProductRecords records) {
        MessageDigest hash;
        try {
            hash = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
        records.forEach(product -> {
            hash.update(JsonLines.encode(product));
            hash.update((byte) '\n');
        });
        return HexFormat.of().formatHex(hash.digest());
    }

    /** Sets up an indexer. Not thread safe. */
    public static final class Builder {
        private final Path folder;
        private final List<CatalogSink> sinks = new ArrayList<>();
        private int batchSize = DEFAULT_BATCH_SIZE;
        private long allowedRefusals;
        private Consumer<SinkStatus> listener = status -> {};
        private Runnable boundary = () -> {};

        private Builder(Path folder) {
            this.folder = folder;
        }

        /**
         * Adds an engine; the indexer does not close it.
         *
         * @throws IllegalArgumentException when there is one with its name already
         */
        public Builder sink(CatalogSink sink) {
            if (sinks.stream().anyMatch(s -> s.name().equals(sink.name()))) {
                throw new IllegalArgumentException("there is a sink named " + sink.name() + " already");
            }
            sinks.add(sink);
            return this;
        }

        /** Sets how many products are written at once, from 1; {@value CatalogIndexer#DEFAULT_BATCH_SIZE} by default. */
        public Builder batchSize(int products) {
            if (products < 1) {
                throw new IllegalArgumentException("batchSize is " + products + "; write one product or more at once");
            }
            batchSize = products;
            return this;
        }

        /**
         * Sets how many products of a load an engine may refuse and still serve it, without them; none by default, since
         * the engines then no longer agree.
         */
        public Builder allowedRefusals(long products) {
            if (products < 0) {
                throw new IllegalArgumentException("allowedRefusals is " + products + "; give 0 or more");
            }
            allowedRefusals = products;
            return this;
        }

        /** Sets who is told how far an engine is, after each batch, by several threads at once. */
        public Builder listener(Consumer<SinkStatus> told) {
            listener = told;
            return this;
        }

        /** Is told before and after each write to the folder. */
        Builder boundary(Runnable told) {
            boundary = told;
            return this;
        }

        /**
         * Opens the folder.
         *
         * @throws AdcioException when it cannot be used, another indexer works in it, or what it holds is damaged
         */
        public CatalogIndexer build() {
            if (sinks.isEmpty()) {
                throw new IllegalArgumentException("no sink was added; add one for each engine");
            }
            return new CatalogIndexer(this);
        }
    }
}
