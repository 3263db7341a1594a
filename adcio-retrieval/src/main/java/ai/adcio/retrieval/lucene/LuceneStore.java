package ai.adcio.retrieval.lucene;

import ai.adcio.AdcioException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogByteSizeMergePolicy;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/** A Lucene index with a reader for each catalogue version. Searches are thread safe; one thread writes at a time. */
final class LuceneStore implements AutoCloseable {
    // A catalogue fits into a few buffers of this size; larger ones only delay the first search.
    private static final double BUFFER_MB = 64;

    private final Directory directory;
    private final @Nullable IndexWriter writer;
    private final VersionedReaders readers = new VersionedReaders();
    private volatile boolean closed;

    private LuceneStore(Directory directory, @Nullable IndexWriter writer) {
        this.directory = directory;
        this.writer = writer;
    }

    static LuceneStore inMemory(Analyzer analyzer) {
        return writing(new ByteBuffersDirectory(), analyzer);
    }

    static LuceneStore writingTo(Path folder, Analyzer analyzer) {
        try {
            return writing(FSDirectory.open(folder), analyzer);
        } catch (IOException e) {
            throw new AdcioException("cannot write a Lucene index to " + folder + ": " + e.getMessage(), e);
        }
    }

    /** Opens an index that was written before, for reading only; any number of processes may do so. */
    static LuceneStore reading(Path folder) {
        try {
            LuceneStore store = new LuceneStore(FSDirectory.open(folder), null);
            store.readers.put(0, DirectoryReader.open(store.directory));
            return store;
        } catch (IOException e) {
            throw new AdcioException(
                    "cannot read a Lucene index from " + folder + ": " + e.getMessage() + "; build the index again", e);
        }
    }

    private static LuceneStore writing(Directory directory, Analyzer analyzer) {
        IndexWriterConfig config = new IndexWriterConfig(analyzer)
                .setOpenMode(IndexWriterConfig.OpenMode.CREATE)
                .setRAMBufferSizeMB(BUFFER_MB)
                // No threads of Lucene's own, and documents stay in the catalogue's order, which breaks ties.
                .setMergeScheduler(new SerialMergeScheduler())
                .setMergePolicy(new LogByteSizeMergePolicy());
        try {
            return new LuceneStore(directory, new IndexWriter(directory, config));
        } catch (IOException e) {
            throw new AdcioException("cannot create a Lucene index: " + e.getMessage(), e);
        }
    }

    boolean readOnly() {
        return writer == null;
    }

    void put(String id, Document document) throws IOException {
        writer().updateDocument(new Term(FilterFields.ID, id), document);
    }

    void delete(Collection<String> ids) throws IOException {
        for (String id : ids) {
            writer().deleteDocuments(new Term(FilterFields.ID, id));
        }
    }

    /** Makes what was written so far searchable as a version. */
    void publish(long version) throws IOException {
        readers.put(version, DirectoryReader.open(writer()));
    }

    /** Makes what was written so far searchable as the newest version there is. */
    void publishNewest() throws IOException {
        long newest = readers.newest();
        if (newest >= 0) {
            publish(newest);
        }
    }

    /** The newest version there is, or -1. */
    long newest() {
        return readers.newest();
    }

    void release(long version) throws IOException {
        readers.release(version);
    }

    /** Puts everything on disk, in as few segments as serve reading best. */
    void finish() throws IOException {
        writer().forceMerge(1);
        writer().commit();
    }

    /** The reader for a version; give it back by decRef; null when the store is closed or empty. */
    @Nullable
    DirectoryReader acquire(long version) {
        return closed ? null : readers.acquire(version);
    }

    private IndexWriter writer() {
        if (writer == null) {
            throw new AdcioException("the index was opened for reading only; build it again to change it");
        }
        return writer;
    }

    @Override
    public void close() throws IOException {
        closed = true;
        readers.close();
        if (writer != null) {
            writer.rollback();
        }
        directory.close();
    }
}
