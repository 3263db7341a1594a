package ai.adcio.understanding;

import ai.adcio.AdcioException;
import ai.adcio.catalog.Catalog;
import ai.adcio.catalog.CatalogSnapshot;
import ai.adcio.conversation.Conversation;
import ai.adcio.conversation.UserTurn;
import ai.adcio.understanding.internal.InterpreterEngine;
import java.io.Reader;

/**
 * Reads turns with no model: words are linked to the catalogue's own vocabulary and to word files of each language, and
 * parsed by a grammar. The vocabulary is built once for a version of the catalogue, by its first turn; one that
 * {@linkplain #following follows} a catalogue never lets a turn wait for it. Thread safe.
 */
public final class DeterministicInterpreter implements TurnInterpreter, AutoCloseable {
    /** How long a turn may be unless the builder says otherwise, in characters. */
    public static final int DEFAULT_MAX_CHARACTERS = 2_000;

    private final InterpreterEngine engine;

    private DeterministicInterpreter(InterpreterEngine engine) {
        this.engine = engine;
    }

    /** An interpreter with the library's words. */
    public static DeterministicInterpreter create() {
        return builder().build();
    }

    /** Starts an interpreter that is not as by default. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public Interpretation interpret(UserTurn turn, Conversation conversation, CatalogSnapshot catalog) {
        return engine.interpret(turn, conversation, catalog);
    }

    /** Builds the vocabulary of a version of the catalogue now, so that its first turn need not wait for it. */
    public void prepare(CatalogSnapshot catalog) {
        engine.prepare(catalog);
    }

    /**
     * An interpreter with the same words for the turns of one catalogue; an agent makes one by itself of an interpreter
     * that it is given. The vocabulary is built now. After an update turns are read with the vocabulary before, while
     * that of the newest version is built on a thread of the new interpreter's own: a new brand or category is
     * understood after two builds at the latest.
     *
     * @param catalog the catalogue that every turn is about; it stays the caller's
     * @return the new interpreter, to be closed by the caller
     */
    public DeterministicInterpreter following(Catalog catalog) {
        return new DeterministicInterpreter(engine.following(catalog));
    }

    /**
     * Stops following a catalogue; the thread that builds for it, if it is at work, ends with what it builds. Does nothing
     * for an interpreter that follows none.
     */
    @Override
    public void close() {
        engine.close();
    }

    /** Collects an interpreter's options. Not thread safe. */
    public static final class Builder {
        private final InterpreterEngine.Options options = new InterpreterEngine.Options();

        private Builder() {}

        /** Sets how long a turn may be, in characters; 2,000 unless set. A longer one is unsupported. */
        public Builder maxCharacters(int characters) {
            if (characters < 1) {
                throw new AdcioException("maxCharacters is " + characters + "; allow at least 1");
            }
            options.maxCharacters(characters);
            return this;
        }

        /**
         * Adds a shop's own words.
         *
         * @param name how errors call the file
         * @param json the words in the form of the library's own files; read now, closed by the caller
         * @throws AdcioException when something in it is not as it should be; the message names it
         */
        public Builder words(String name, Reader json) {
            options.words(name, json);
            return this;
        }

        /** Makes the interpreter. */
        public DeterministicInterpreter build() {
            return new DeterministicInterpreter(new InterpreterEngine(options));
        }
    }
}
