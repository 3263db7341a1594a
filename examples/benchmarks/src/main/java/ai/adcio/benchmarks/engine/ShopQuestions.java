package ai.adcio.benchmarks.engine;

import ai.adcio.AdcioException;
import ai.adcio.Language;
import ai.adcio.catalog.Constraint;
import ai.adcio.catalog.Fields;
import ai.adcio.catalog.Match;
import ai.adcio.catalog.Product;
import ai.adcio.catalog.TextFolding;
import ai.adcio.retrieval.Cancellation;
import ai.adcio.retrieval.Deadline;
import ai.adcio.retrieval.RankingParameters;
import ai.adcio.retrieval.RetrievalRequest;
import ai.adcio.retrieval.RetrievalResult;
import ai.adcio.retrieval.Retriever;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is asked: real queries, most of them with a condition that a shopper would add, taken from the product whose
 * title has most of the query's words. Immutable and thread safe.
 */
final class ShopQuestions {
    private static final int LIMIT = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Shop shop;
    private final List<Question> questions;

    private ShopQuestions(Shop shop, List<Question> questions) {
        this.shop = shop;
        this.questions = List.copyOf(questions);
    }

    private record Question(String words, List<Constraint> filters) {}

    /**
     * Reads queries.
     *
     * @param file an id, a tab and the words a line
     */
    static ShopQuestions read(Path file, Shop shop) {
        List<Question> questions = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(file)) {
                String[] parts = line.split("\t", 2);
                if (parts.length == 2) {
                    Product like = likest(shop, parts[1]);
                    questions.add(new Question(parts[1], filters(like, questions.size())));
                }
            }
        } catch (IOException e) {
            throw new AdcioException("cannot read " + file + "; name a file of queries by --queries", e);
        }
        if (questions.isEmpty()) {
            throw new AdcioException(file + " has no queries; write an id, a tab and the words a line");
        }
        return new ShopQuestions(shop, questions);
    }

    private static Product likest(Shop shop, String words) {
        Set<String> wanted = new HashSet<>(TextFolding.words(words));
        Product best = shop.products().getFirst();
        long most = -1;
        for (Product product : shop.products()) {
            long shared = TextFolding.words(product.title()).stream()
                    .filter(wanted::contains)
                    .distinct()
                    .count();
            if (shared > most) {
                best = product;
                most = shared;
            }
        }
        return best;
    }

    /** None, a brand, a price, a category, or brand and price, by turns as far as the product has them. */
    private static List<Constraint> filters(Product like, int turn) {
        List<Constraint> filters = new ArrayList<>();
        int kind = turn % 5;
        if ((kind == 1 || kind == 4) && like.brand() != null) {
            filters.add(new Constraint.AnyOf(like.brand(), Fields.BRAND, Match.EXACT, List.of(like.brand())));
        }
        if (kind == 2 || kind == 4) {
            filters.add(new Constraint.Range(
                    "under 50",
                    Fields.PRICE,
                    null,
                    new Constraint.Bound(BigDecimal.valueOf(50), true),
                    like.price() == null ? null : like.price().currency()));
        }
        if (kind == 3 && !like.categories().isEmpty()) {
            String category = like.categories().getFirst();
            filters.add(new Constraint.AnyOf(category, Fields.CATEGORIES, Match.EXACT, List.of(category)));
        }
        return filters;
    }

    /** Those that have a condition, as the SQL arm leaves the others to the arms that rank by words. */
    ShopQuestions withConditions() {
        return new ShopQuestions(
                shop, questions.stream().filter(q -> !q.filters().isEmpty()).toList());
    }

    int size() {
        return questions.size();
    }

    /** The words of a question. */
    String words(int question) {
        return questions.get(question).words();
    }

    /** A question as an agent would ask it now. */
    RetrievalRequest request(int question) {
        Question asked = questions.get(question);
        return new RetrievalRequest(
                shop.snapshot(),
                asked.words(),
                List.of(),
                List.of(),
                Language.ENGLISH,
                asked.filters(),
                List.of(),
                null,
                null,
                LIMIT,
                RankingParameters.defaults(),
                Deadline.in(PATIENCE),
                new Cancellation());
    }

    /** Asks an arm. */
    Searching through(Retriever arm) {
        return question -> ids(arm.retrieve(request(question)));
    }

    private static List<String> ids(RetrievalResult result) {
        return switch (result) {
            case RetrievalResult.Found found ->
                found.hits().stream().map(RetrievalResult.Hit::id).toList();
            case RetrievalResult.Empty empty -> List.of();
            default -> throw new AdcioException("the arm does not answer: " + result);
        };
    }
}
