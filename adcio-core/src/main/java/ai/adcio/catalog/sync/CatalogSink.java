package ai.adcio.catalog.sync;

import ai.adcio.catalog.CatalogCapabilities;
import ai.adcio.catalog.CatalogChanges;
import org.jspecify.annotations.Nullable;

/**
 * An engine outside of this process that a catalogue is written into, such as a search cluster or a database. What is
 * written belongs to a generation: a whole load goes into a new one beside that which shoppers are served from, and
 * {@link #publish} puts it in place at once. Every call may be made again after a failure or a crash, in this process or
 * in another: it ends in the same state. One thread calls at a time.
 */
public interface CatalogSink extends AutoCloseable {
    /** The name of the arm that answers from this engine, as {@code ArmTraits} tells it. */
    String name();

    /**
     * Makes a generation ready to be written; goes on with it, and keeps what it holds, when it was begun
     * before, taking in fields that are new.
     *
     * @param generation its name: lower-case letters, digits and hyphens, at most 40 characters
     * @param capabilities what fields the catalogue has
     * @throws ai.adcio.AdcioException when the engine fails or cannot be reached in time
     */
    void begin(String generation, CatalogCapabilities capabilities);

    /**
     * Writes a batch, and returns when the engine has acknowledged every part of it. Products replace those with the
     * same id; ids to remove that are unknown are passed over.
     *
     * @param generation one that was begun, published or not
     * @throws SinkException when the engine took only a part of the batch; it names what was refused
     * @throws ai.adcio.AdcioException when the engine fails or cannot be reached in time
     */
    void write(String generation, CatalogChanges changes);

    /** Makes all that was acknowledged visible to searches in this generation. */
    void refresh(String generation);

    /**
     * Serves a generation with all that was acknowledged in place of the one before, at once and without a gap, and removes those that nothing is
     * served from any longer.
     */
    void publish(String generation);

    /** The generation that shoppers are served from, or null before the first. */
    @Nullable
    String published();

    /** How many products a generation holds, those just written among them; 0 when there is no such generation. */
    long size(String generation);

    @Override
    void close();
}
