package ai.adcio.retrieval.lucene;

import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Titles that have a word and do not say that the product is without it. */
final class AboutTitle {
    // Stems, as titles are indexed: "sugar free", "no sugar", "without added sugar", "free of sugar"; 무설탕 is one word.
    private static final List<String> BEFORE = List.of("without", "no", "non", "zero", "not", "무");
    private static final List<String> AFTER = List.of("free", "less", "프리", "없", "제로");
    private static final int WORDS_BETWEEN = 1;

    private AboutTitle() {}

    static Query query(String title, String term) {
        BooleanQuery.Builder about = new BooleanQuery.Builder().add(new TermQuery(new Term(title, term)), Occur.FILTER);
        BEFORE.forEach(no -> about.add(new PhraseQuery(WORDS_BETWEEN, title, no, term), Occur.MUST_NOT));
        AFTER.forEach(free -> about.add(new PhraseQuery(title, term, free), Occur.MUST_NOT));
        return about.build();
    }
}
