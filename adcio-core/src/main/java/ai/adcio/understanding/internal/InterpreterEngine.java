package ai.adcio.understanding.internal;

import ai.adcio.Language;
import ai.adcio.catalog.Catalog;
import ai.adcio.catalog.CatalogSnapshot;
import ai.adcio.conversation.Conversation;
import ai.adcio.conversation.Intent;
import ai.adcio.conversation.UserTurn;
import ai.adcio.understanding.Ask;
import ai.adcio.understanding.Interpretation;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The interpreter's parts put together. Thread safe. */
public final class InterpreterEngine implements AutoCloseable {
    /** Versions whose vocabulary is kept: the one being served, and those that older turns still hold. */
    private static final int VERSIONS_KEPT = 3;

    private final Lexicon lexicon;
    private final Respelling respelling;
    private final int maxCharacters;
    private final Function<CatalogSnapshot, Vocabulary> builder;
    private final @Nullable FollowedVocabulary followed;
    private final ReentrantLock building = new ReentrantLock();
    /** Newest first; replaced as a whole, so that a turn whose vocabulary is there takes no lock. */
    private volatile List<Vocabulary> built = List.of();

    /** Puts the parts together. */
    public InterpreterEngine(Options options) {
        this(options.lexicon, options.maxCharacters, null, vocabularies(options.lexicon));
    }

    InterpreterEngine(
            Lexicon lexicon,
            int maxCharacters,
            @Nullable FollowedVocabulary followed,
            Function<CatalogSnapshot, Vocabulary> builder) {
        this.lexicon = lexicon;
        this.respelling = new Respelling(lexicon.respellings());
        this.maxCharacters = maxCharacters;
        this.followed = followed;
        this.builder = builder;
    }

    private static Function<CatalogSnapshot, Vocabulary> vocabularies(Lexicon lexicon) {
        LanguageSpelling spelling = new LanguageSpelling(lexicon);
        return snapshot -> VocabularyBuilder.build(lexicon, spelling, snapshot);
    }

    /** The same parts for the turns of one catalogue, whose vocabulary is built now and kept in step; to be closed. */
    public InterpreterEngine following(Catalog catalog) {
        return new InterpreterEngine(lexicon, maxCharacters, FollowedVocabulary.of(catalog, builder), builder);
    }

    @Override
    public void close() {
        if (followed != null) {
            followed.close();
        }
    }

    /** What can be chosen. Not thread safe. */
    public static final class Options {
        private Lexicon lexicon = LexiconReader.builtIn();
        private int maxCharacters = 2_000;

        /** Nothing chosen yet. */
        public Options() {}

        /** Sets how long a turn may be. */
        public void maxCharacters(int characters) {
            maxCharacters = characters;
        }

        /** Adds words. */
        public void words(String name, Reader json) {
            lexicon = lexicon.plus(LexiconReader.read(name, json, lexicon));
        }
    }

    /** Builds the vocabulary of a version unless it is known already. */
    public void prepare(CatalogSnapshot catalog) {
        vocabulary(catalog);
    }

    /**
     * The vocabulary to read a turn with: of the followed catalogue as far as it is built; else that of the version,
     * built by the first who asks.
     */
    Vocabulary vocabulary(CatalogSnapshot catalog) {
        if (followed != null) {
            return followed.at(catalog);
        }
        Vocabulary known = known(catalog);
        if (known != null) {
            return known;
        }
        building.lock();
        try {
            known = known(catalog);
            if (known == null) {
                known = builder.apply(catalog);
                List<Vocabulary> kept = new ArrayList<>(List.of(known));
                kept.addAll(built.subList(0, Math.min(built.size(), VERSIONS_KEPT - 1)));
                built = List.copyOf(kept);
            }
            return known;
        } finally {
            building.unlock();
        }
    }

    /** Versions are told apart by their capabilities: a number says nothing without the catalogue that counts it. */
    private @Nullable Vocabulary known(CatalogSnapshot catalog) {
        for (Vocabulary vocabulary : built) {
            if (vocabulary.capabilities() == catalog.capabilities()) {
                return vocabulary;
            }
        }
        return null;
    }

    /** Interprets one turn. */
    public Interpretation interpret(UserTurn turn, Conversation conversation, CatalogSnapshot catalog) {
        Vocabulary vocabulary = vocabulary(catalog);
        Language byDefault = vocabulary.capabilities().languages().isEmpty()
                ? Language.ENGLISH
                : vocabulary.capabilities().languages().getFirst();
        if (turn.text().length() > maxCharacters) {
            UserTurn head = new UserTurn(
                    turn.conversationId(), turn.text().substring(0, maxCharacters), turn.language(), turn.page());
            return talk("too_long", LanguageDetection.of(head, conversation, byDefault), conversation);
        }
        Language language = LanguageDetection.of(turn, conversation, byDefault);
        FoldedText text = respelling.apply(FoldedText.of(turn.text()));
        if (text.slice(0, text.length()).isBlank()) {
            return talk("blank", language, conversation);
        }
        TurnReading reading = TurnReader.read(text, vocabulary);
        TypingErrors errors = TypingErrors.of(reading, vocabulary);
        // Slang beside a thank-you is no misspelt product.
        boolean mends = errors.any()
                && new TalkRules(new Turn(reading, vocabulary, conversation, turn.page(), catalog, language)).decide()
                        == null;
        if (mends) {
            reading = TurnReader.read(errors.mended(), vocabulary);
        }
        new Asides(reading, conversation.need()).apply();
        new Features(reading, vocabulary, conversation.need()).apply();
        Turn read = new Turn(reading, vocabulary, conversation, turn.page(), catalog, language);
        Decision decision = new IntentRules(read).decide();
        return new Interpretation(
                decision.intent(),
                language,
                decision.ask(),
                decision.need(),
                decision.changed(),
                decision.notCarried(),
                decision.topicChanged(),
                Spans.of(reading),
                unexplained(reading),
                mends ? errors.corrections() : List.of(),
                Confidence.of(read, decision));
    }

    private static List<String> unexplained(TurnReading reading) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < reading.pieces.size(); i++) {
            if (reading.pieces.get(i).unknown() && !reading.used[i]) {
                words.add(reading.pieces.get(i).text());
            }
        }
        return words;
    }

    private static Interpretation talk(String kind, Language language, Conversation conversation) {
        return new Interpretation(
                Intent.UNSUPPORTED,
                language,
                new Ask.Talk(kind),
                conversation.need(),
                List.of(),
                List.of(),
                false,
                List.of(),
                List.of(),
                List.of(),
                1);
    }
}
