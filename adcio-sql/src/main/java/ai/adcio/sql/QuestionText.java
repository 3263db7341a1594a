package ai.adcio.sql;

import ai.adcio.catalog.Constraint;
import ai.adcio.catalog.Match;
import ai.adcio.catalog.SortOrder;
import ai.adcio.sql.CatalogQuery.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes a typed question as one readable line. The line is for people; nothing parses or executes it. */
final class QuestionText {
    private QuestionText() {}

    static String of(CatalogQuery query) {
        StringBuilder line = new StringBuilder();
        line.append(
                switch (query.answer()) {
                    case Answer.Products products -> "products";
                    case Answer.Figure figure ->
                        figure.aggregate().function().name().toLowerCase(Locale.ROOT) + " of "
                                + figure.aggregate().field() + " of products";
                });
        List<String> conditions = new ArrayList<>();
        query.filters().forEach(filter -> conditions.add(condition(filter)));
        query.mentions().forEach(word -> conditions.add("title, brand or categories mention " + quoted(List.of(word))));
        if (!query.excludedIds().isEmpty()) {
            conditions.add("id is none of " + quoted(query.excludedIds()));
        }
        if (!conditions.isEmpty()) {
            line.append(" where ").append(String.join(" and ", conditions));
        }
        if (query.mainCurrency() != null) {
            line.append(" in ").append(query.mainCurrency());
        }
        if (query.answer() instanceof Answer.Products products) {
            SortOrder sort = products.sort();
            line.append(" by ")
                    .append(
                            sort == null
                                    ? "popularity"
                                    : sort.field() + (sort.ascending() ? " ascending" : " descending"))
                    .append(", at most ")
                    .append(products.limit());
        }
        return line.toString();
    }

    private static String condition(Constraint constraint) {
        return switch (constraint) {
            case Constraint.AnyOf c ->
                c.field() + (c.match() == Match.EXACT ? " is " : " mentions ") + quoted(c.values());
            case Constraint.NoneOf c ->
                c.field()
                        + (c.choice()
                                ? " offers other than "
                                : c.match() == Match.EXACT ? " is not " : " does not mention ")
                        + quoted(c.values());
            case Constraint.Range c -> range(c);
            case Constraint.Present c -> c.field() + " is recorded";
            case Constraint.Either c ->
                c.alternatives().stream().map(QuestionText::condition).collect(Collectors.joining(" or ", "(", ")"));
        };
    }

    private static String range(Constraint.Range range) {
        List<String> bounds = new ArrayList<>();
        if (range.lower() != null) {
            bounds.add(
                    (range.lower().inclusive() ? ">= " : "> ") + range.lower().value());
        }
        if (range.upper() != null) {
            bounds.add(
                    (range.upper().inclusive() ? "<= " : "< ") + range.upper().value());
        }
        return range.field() + " " + String.join(" and ", bounds)
                + (range.currency() == null ? "" : " " + range.currency().getCurrencyCode());
    }

    private static String quoted(List<String> values) {
        return values.stream()
                .map(value -> '"' + value.replaceAll("[\"\\p{Cntrl}]", " ") + '"')
                .collect(Collectors.joining(" or "));
    }
}
