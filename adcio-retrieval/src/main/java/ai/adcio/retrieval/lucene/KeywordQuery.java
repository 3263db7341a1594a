package ai.adcio.retrieval.lucene;

import ai.adcio.catalog.TextFolding;
import ai.adcio.retrieval.RankingParameters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.CombinedFieldQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/**
 * The words of a request as BM25F over the fields of a product (Robertson, Zaragoza and Taylor, CIKM 2004, as Lucene's
 * CombinedFieldQuery has it), with exact identifiers ahead of everything.
 */
final class KeywordQuery {
    static final String ENGLISH = ".en";
    static final String KOREAN = ".ko";
    static final String IDENTIFIER = "_identifier";

    // Lucene rejects queries of more clauses than 1,024; a shopper's need has a dozen words.
    private static final int MAX_TERMS = 64;
    private static final int SHORTEST_IDENTIFIER = 4;
    private static final int SHORTEST_NUMBER = 6;

    private final Analyzer english;
    private final Analyzer korean;

    KeywordQuery(Analyzer english, Analyzer korean) {
        this.english = english;
        this.korean = korean;
    }

    /** The query, or null when the text has no words in it. */
    @Nullable
    Query of(String text, RankingParameters parameters) {
        List<Query> clauses = new ArrayList<>();
        StringBuilder hangul = new StringBuilder();
        StringBuilder other = new StringBuilder();
        for (String word : text.split("\\s+")) {
            (Analyzers.hasHangul(word) ? hangul : other).append(word).append(' ');
        }
        addTerms(clauses, Analyzers.terms(english, other.toString()), ENGLISH, parameters);
        addTerms(clauses, Analyzers.terms(korean, hangul.toString()), KOREAN, parameters);
        float boost = (float) parameters.value(RankingParameters.KEYWORD_IDENTIFIER);
        if (boost > 0) {
            identifiers(text).forEach(id -> clauses.add(
                    new BoostQuery(new ConstantScoreQuery(new TermQuery(new Term(IDENTIFIER, id))), boost)));
        }
        if (clauses.isEmpty()) {
            return null;
        }
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        clauses.forEach(clause -> query.add(clause, Occur.SHOULD));
        return query.build();
    }

    /** An identifier in the one form in which it is indexed and searched: folded, letters and digits only. */
    static String identifier(String text) {
        return String.join("", TextFolding.words(text));
    }

    private static void addTerms(
            List<Query> clauses, List<String> terms, String suffix, RankingParameters parameters) {
        Map<String, Float> weights = weights(parameters);
        for (String term : terms.subList(0, Math.min(terms.size(), MAX_TERMS))) {
            CombinedFieldQuery.Builder builder = new CombinedFieldQuery.Builder(term);
            weights.forEach((field, weight) -> builder.addField(field + suffix, weight));
            clauses.add(builder.build());
        }
    }

    private static Map<String, Float> weights(RankingParameters parameters) {
        Map<String, Float> weights = new LinkedHashMap<>();
        for (String field : List.of(
                SearchText.TITLE,
                SearchText.BRAND,
                SearchText.COLOR,
                SearchText.CATEGORIES,
                SearchText.ATTRIBUTES,
                SearchText.DESCRIPTION)) {
            float weight = (float) parameters.value(RankingParameters.KEYWORD_FIELD_PREFIX + field);
            // Lucene's BM25F takes weights from 1; below that a field is left out.
            if (weight >= 1) {
                weights.put(field, weight);
            }
        }
        return weights;
    }

    private static Set<String> identifiers(String text) {
        Set<String> identifiers = new LinkedHashSet<>();
        for (String word : text.split("\\s+")) {
            String id = identifier(word);
            boolean digits = id.chars().anyMatch(Character::isDigit);
            boolean letters = id.chars().anyMatch(Character::isLetter);
            if (digits && id.length() >= (letters ? SHORTEST_IDENTIFIER : SHORTEST_NUMBER)) {
                identifiers.add(id);
            }
            if (identifiers.size() == MAX_TERMS) {
                break;
            }
        }
        return identifiers;
    }
}
