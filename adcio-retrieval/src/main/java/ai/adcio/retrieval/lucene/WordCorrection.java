package ai.adcio.retrieval.lucene;

import ai.adcio.retrieval.internal.Analyzers;
import ai.adcio.retrieval.internal.SearchText;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.search.BoostAttribute;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.util.BytesRef;

/**
 * What to search in place of a Latin word that no product has: two words that were written as one, or else the nearest
 * spelling in the index's own dictionary. Words that some product has are never touched.
 */
final class WordCorrection {
    // One edit in a word of five letters, two from eight: fewer letters are as likely to be another word.
    private static final int SHORTEST_WORD = 5;
    private static final int LONG_WORD = 8;
    private static final int LONGEST_WORD = 40;
    private static final int SHORTEST_PART = 3;
    private static final int SHORTEST_NEIGHBOUR = 4;
    // A spelling nearer by one letter of eight outweighs any difference in how common the words are.
    private static final double NEARNESS = 10;
    private static final double COMMONNESS = 0.3;
    // In this order: a title's spelling is more likely to be right than a description's.
    private static final List<String> DICTIONARIES =
            List.of(SearchText.TITLE, SearchText.BRAND, SearchText.DESCRIPTION);

    private final IndexSearcher searcher;
    private final IndexStatistics statistics;
    private final Analyzer english;

    WordCorrection(IndexSearcher searcher, IndexStatistics statistics, Analyzer english) {
        this.searcher = searcher;
        this.statistics = statistics;
        this.english = english;
    }

    /** The terms to search instead; empty when there is nothing near. */
    List<String> of(String term) throws IOException {
        if (term.length() < SHORTEST_WORD
                || term.length() > LONGEST_WORD
                || !term.chars().allMatch(Character::isLetter)) {
            return List.of();
        }
        List<String> parts = parts(term);
        return parts.isEmpty() ? neighbour(term) : parts;
    }

    /** The two words of a compound that stand side by side in some title: "firestick" for "fire stick". */
    private List<String> parts(String term) throws IOException {
        String title = SearchText.TITLE + KeywordQuery.ENGLISH;
        for (int i = SHORTEST_PART; i <= term.length() - SHORTEST_PART; i++) {
            String first = term.substring(0, i);
            List<String> rest = Analyzers.terms(english, term.substring(i));
            if (rest.size() == 1
                    && exists(first)
                    && exists(rest.getFirst())
                    && searcher.count(new PhraseQuery(title, first, rest.getFirst())) > 0) {
                return List.of(first, rest.getFirst());
            }
        }
        return List.of();
    }

    private boolean exists(String term) throws IOException {
        return statistics.documentFrequency(term, KeywordQuery.ENGLISH) > 0;
    }

    private List<String> neighbour(String term) throws IOException {
        IndexReader reader = searcher.getIndexReader();
        int edits = term.length() >= LONG_WORD ? 2 : 1;
        for (String field : DICTIONARIES) {
            String name = field + KeywordQuery.ENGLISH;
            Terms dictionary = MultiTerms.getTerms(reader, name);
            String nearest = dictionary == null ? "" : nearest(dictionary, new Term(name, term), edits);
            if (!nearest.isEmpty()) {
                return List.of(nearest);
            }
        }
        return List.of();
    }

    private static String nearest(Terms dictionary, Term term, int edits) throws IOException {
        String best = "";
        double bestScore = Double.NEGATIVE_INFINITY;
        // The first letter is nearly never the wrong one.
        FuzzyTermsEnum near = new FuzzyTermsEnum(dictionary, term, edits, 1, true);
        BoostAttribute nearness = near.attributes().addAttribute(BoostAttribute.class);
        for (BytesRef next = near.next(); next != null; next = near.next()) {
            String candidate = next.utf8ToString();
            double score = NEARNESS * nearness.getBoost() + COMMONNESS * Math.log1p(near.docFreq());
            if (candidate.length() >= SHORTEST_NEIGHBOUR && score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return best;
    }
}
