package ai.adcio.retrieval.lucene;

import ai.adcio.retrieval.internal.FreeOf;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Titles that have a word and do not say that the product is without it. */
final class AboutTitle {
    private AboutTitle() {}

    static Query query(String title, String term) {
        BooleanQuery.Builder about = new BooleanQuery.Builder().add(new TermQuery(new Term(title, term)), Occur.FILTER);
        FreeOf.BEFORE.forEach(no -> about.add(new PhraseQuery(FreeOf.WORDS_BETWEEN, title, no, term), Occur.MUST_NOT));
        FreeOf.AFTER.forEach(free -> about.add(new PhraseQuery(title, term, free), Occur.MUST_NOT));
        return about.build();
    }
}
