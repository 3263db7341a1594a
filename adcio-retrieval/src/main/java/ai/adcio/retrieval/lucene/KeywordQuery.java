package ai.adcio.retrieval.lucene;

import ai.adcio.catalog.Fields;
import ai.adcio.catalog.TextFolding;
import ai.adcio.retrieval.RankingParameters;
import ai.adcio.retrieval.RetrievalRequest;
import ai.adcio.retrieval.internal.Analyzers;
import ai.adcio.retrieval.internal.FieldWeights;
import ai.adcio.retrieval.internal.FilterTerms;
import ai.adcio.retrieval.internal.Identifiers;
import ai.adcio.retrieval.internal.SearchText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.function.FunctionScoreQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * The words of a request as BM25F over the fields of a product (Robertson, Zaragoza and Taylor, CIKM 2004, as Lucene's
 * CombinedFieldQuery has it), with exact identifiers ahead of everything. For one search and one thread.
 */
final class KeywordQuery {
    static final String ENGLISH = ".en";
    static final String KOREAN = ".ko";
    static final String IDENTIFIER = "_identifier";

    // Lucene rejects queries of more clauses than 1,024; a shopper's need has a dozen words.
    private static final int MAX_TERMS = 64;
    private static final int MAX_TEXT = 4_000;
    private static final int MAX_CORRECTIONS = 8;
    private static final int SHORTEST_COMPOUND = 2;
    private static final List<String> NAMES = List.of(Fields.TITLE, Fields.BRAND, Fields.CATEGORIES);

    private final IndexSearcher searcher;
    private final RankingParameters parameters;
    private final FieldWeights weights;
    private final IndexStatistics statistics;
    private final WordCorrection correction;
    private final Analyzer english;
    private final Analyzer korean;
    private final List<Query> clauses = new ArrayList<>();
    private int corrected;
    private double most;

    KeywordQuery(
            IndexSearcher searcher,
            RankingParameters parameters,
            FieldWeights weights,
            Analyzer english,
            Analyzer korean) {
        this.searcher = searcher;
        this.parameters = parameters;
        this.weights = weights;
        this.statistics =
                new IndexStatistics(searcher.getIndexReader(), weights.byField().keySet());
        this.correction = new WordCorrection(searcher, statistics, english);
        this.english = english;
        this.korean = korean;
    }

    /** The query, or null when the request has no words to search by. */
    @Nullable
    Query of(RetrievalRequest request) throws IOException {
        String text = Analyzers.plain(shortened(request.query()));
        StringBuilder hangul = new StringBuilder();
        StringBuilder other = new StringBuilder();
        for (String word : text.split("\\s+")) {
            (Analyzers.hasHangul(word) ? hangul : other).append(word).append(' ');
        }
        for (String term : Analyzers.terms(english, other.toString())) {
            addEnglish(term);
        }
        for (String term : Analyzers.terms(korean, hangul.toString())) {
            addKorean(term);
        }
        addIdentifiers(text);
        if (clauses.isEmpty()) {
            return null;
        }
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        clauses.forEach(clause -> query.add(clause, Occur.SHOULD));
        return demoted(query.build(), request.unwanted());
    }

    private void addEnglish(String term) throws IOException {
        long documents = statistics.documentFrequency(term, ENGLISH);
        double share = parameters.value(RankingParameters.KEYWORD_CORRECTION);
        List<String> insteads = List.of();
        if (documents == 0 && share > 0 && corrected < MAX_CORRECTIONS) {
            corrected++;
            insteads = correction.of(term);
        }
        if (insteads.isEmpty()) {
            add(Bm25f.query(weights, term, ENGLISH), documents);
        }
        for (String instead : insteads) {
            long count = statistics.documentFrequency(instead, ENGLISH);
            add(new BoostQuery(Bm25f.query(weights, instead, ENGLISH), (float) share), count);
        }
    }

    private void addKorean(String term) throws IOException {
        long documents = statistics.documentFrequency(term, KOREAN);
        double share = parameters.value(RankingParameters.KEYWORD_CORRECTION);
        boolean compound = term.length() >= SHORTEST_COMPOUND && Analyzers.hasHangul(term);
        if (documents == 0 && share > 0 && compound && corrected < MAX_CORRECTIONS) {
            corrected++;
            Query inside = insideNames(term);
            int count = searcher.count(inside);
            add(new BoostQuery(new ConstantScoreQuery(inside), (float) (share * statistics.idf(count))), count);
        } else {
            add(Bm25f.query(weights, term, KOREAN), documents);
        }
    }

    /** Where the syllables of a word stand in a name, however the name is written apart or joined. */
    private static Query insideNames(String term) {
        BooleanQuery.Builder anywhere = new BooleanQuery.Builder();
        Set<String> grams = FilterTerms.grams(List.of(TextFolding.fold(term)));
        for (String field : NAMES) {
            BooleanQuery.Builder all = new BooleanQuery.Builder();
            grams.forEach(gram ->
                    all.add(new TermQuery(new Term(FilterFields.GRAM, FilterTerms.term(field, gram))), Occur.FILTER));
            anywhere.add(all.build(), Occur.SHOULD);
        }
        return anywhere.build();
    }

    private void add(Query clause, long documents) {
        if (clauses.size() < MAX_TERMS) {
            clauses.add(clause);
            most += documents == 0 ? 0 : statistics.idf(documents);
        }
    }

    /** No sum of words scores above that of their idf, so that an identifier which adds as much comes first. */
    private void addIdentifiers(String text) {
        double lift = parameters.value(RankingParameters.KEYWORD_IDENTIFIER);
        List<BytesRef> identifiers =
                Identifiers.in(text).stream().map(BytesRef::new).toList();
        if (lift > 0 && !identifiers.isEmpty()) {
            Query any = new ConstantScoreQuery(new TermInSetQuery(IDENTIFIER, identifiers));
            clauses.add(new BoostQuery(any, (float) (lift * Math.max(1, most))));
        }
    }

    /** Takes a share off the score of products whose title is about an unwanted word. */
    private Query demoted(Query query, List<String> unwanted) {
        double share = parameters.value(RankingParameters.KEYWORD_UNWANTED);
        if (unwanted.isEmpty() || share <= 0) {
            return query;
        }
        BooleanQuery.Builder about = new BooleanQuery.Builder();
        for (String word : unwanted.subList(0, Math.min(unwanted.size(), MAX_TERMS))) {
            boolean hangul = Analyzers.hasHangul(word);
            for (String term : Analyzers.terms(hangul ? korean : english, Analyzers.plain(word))) {
                about.add(AboutTitle.query(SearchText.TITLE + (hangul ? KOREAN : ENGLISH), term), Occur.SHOULD);
            }
        }
        return FunctionScoreQuery.boostByQuery(query, about.build(), (float) Math.max(0, 1 - share));
    }

    private static String shortened(String text) {
        return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT);
    }
}
