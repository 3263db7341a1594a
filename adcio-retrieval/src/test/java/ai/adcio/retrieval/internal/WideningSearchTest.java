package ai.adcio.retrieval.internal;

import static org.assertj.core.api.Assertions.assertThat;

import ai.adcio.catalog.Catalog;
import ai.adcio.catalog.CatalogSnapshot;
import ai.adcio.catalog.Constraint;
import ai.adcio.catalog.Fields;
import ai.adcio.catalog.InMemoryCatalog;
import ai.adcio.catalog.Match;
import ai.adcio.catalog.Product;
import ai.adcio.retrieval.Cancellation;
import ai.adcio.retrieval.RequestBuilder;
import ai.adcio.retrieval.RetrievalRequest;
import ai.adcio.retrieval.RetrievalResult;
import ai.adcio.retrieval.RetrievalResult.Hit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WideningSearchTest {
    private static final Constraint RED =
            new Constraint.AnyOf("red", Fields.attribute("color"), Match.EXACT, List.of("red"));

    // One in ten is red.
    private final Catalog catalog = InMemoryCatalog.of(IntStream.range(0, 1_000)
            .mapToObj(i -> Product.builder("p" + i, "mug")
                    .attribute("color", List.of(i % 10 == 9 ? "red" : "blue"))
                    .build())
            .toList());
    private final List<Integer> asked = new ArrayList<>();

    @Test
    void asksForMoreUntilTheLimitIsFull() {
        try (CatalogSnapshot snapshot = catalog.acquire()) {
            RetrievalResult result = search(ask(snapshot, 5), 10_000);
            assertThat(ids(result)).containsExactly("p9", "p19", "p29", "p39", "p49");
            assertThat(asked).containsExactly(5, 20, 80);
        }
    }

    @Test
    void stopsWhenTheEngineHasNoMore() {
        try (CatalogSnapshot snapshot = catalog.acquire()) {
            assertThat(ids(search(ask(snapshot, 500), 10_000))).hasSize(100);
            assertThat(asked).containsExactly(500, 2_000);
        }
    }

    @Test
    void stopsAtTheMostThatItMayAskFor() {
        try (CatalogSnapshot snapshot = catalog.acquire()) {
            assertThat(ids(search(ask(snapshot, 50), 100))).hasSize(10);
            assertThat(asked).containsExactly(50, 100);
        }
    }

    @Test
    void asksOnceWhenNothingIsLeftOut() {
        try (CatalogSnapshot snapshot = catalog.acquire()) {
            RetrievalRequest request = RequestBuilder.of(snapshot).limit(7).build();
            assertThat(ids(search(request, 10_000))).hasSize(7);
            assertThat(asked).containsExactly(7);
        }
    }

    @Test
    void leavesOutWhatTheRecordsDoNotHaveAndWhatIsFoundTwice() {
        try (CatalogSnapshot snapshot = catalog.acquire()) {
            RetrievalRequest request =
                    RequestBuilder.of(snapshot).excluding(List.of("p1")).build();
            List<Hit> found =
                    List.of(new Hit("p2", 3), new Hit("gone", 2), new Hit("p2", 1), new Hit("p1", 1), new Hit("p3", 0));
            assertThat(ids(new WideningSearch(request).run(10, 100, limit -> found)))
                    .containsExactly("p2", "p3");
        }
    }

    @Test
    void stopsWhenNobodyWaits() {
        Cancellation cancellation = new Cancellation();
        try (CatalogSnapshot snapshot = catalog.acquire()) {
            RetrievalRequest request = RequestBuilder.of(snapshot)
                    .filters(RED)
                    .limit(5)
                    .cancellation(cancellation)
                    .build();
            assertThat(new WideningSearch(request).run(5, 10_000, limit -> {
                        cancellation.cancel();
                        return engine(limit);
                    }))
                    .isInstanceOf(RetrievalResult.Failed.class);
        }
    }

    private static RetrievalRequest ask(CatalogSnapshot snapshot, int limit) {
        return RequestBuilder.of(snapshot).filters(RED).limit(limit).build();
    }

    private RetrievalResult search(RetrievalRequest request, int most) {
        return new WideningSearch(request).run(request.limit(), most, this::engine);
    }

    private List<Hit> engine(int limit) {
        asked.add(limit);
        return IntStream.range(0, Math.min(limit, 1_000))
                .mapToObj(i -> new Hit("p" + i, 1_000 - i))
                .toList();
    }

    private static List<String> ids(RetrievalResult result) {
        return ((RetrievalResult.Found) result).hits().stream().map(Hit::id).toList();
    }
}
