package ai.adcio.retrieval;

import ai.adcio.Language;
import ai.adcio.catalog.SortOrder;
import ai.adcio.conversation.ShoppingNeed;
import ai.adcio.retrieval.RetrievalPlan.ArmPlan;
import ai.adcio.understanding.Ask;
import ai.adcio.understanding.Interpretation;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Plans by what is asked: numbers, counts and orders go to the arm that computes; words go to keyword and vector, the
 * more to keyword the more exact they are. A pure function of its arguments; thread safe.
 */
public final class DefaultRouter implements Router {
    // A model number or another identifier: letters and digits in one token, or a long number.
    private static final Pattern IDENTIFIER =
            Pattern.compile("(?=\\S*\\d)(?=\\S*\\p{L})[\\p{L}\\d][\\p{L}\\d./_-]{3,}|\\d{6,}");

    /** Creates a router; it has no state. */
    public DefaultRouter() {}

    @Override
    public RetrievalPlan plan(
            Interpretation interpretation, List<ArmTraits> arms, RankingParameters parameters, int limit) {
        ShoppingNeed need = interpretation.need();
        return switch (interpretation.ask()) {
            case Ask.Count ignored -> computing(need, arms, limit, null, Aggregate.COUNT, "a count");
            case Ask.Average ask ->
                computing(
                        need, arms, limit, null, new Aggregate(Aggregate.Function.AVERAGE, ask.field()), "an average");
            case Ask.Superlative ask -> computing(need, arms, limit, ask.order(), null, "an extreme");
            default -> searching(need, interpretation.language(), arms, parameters, limit);
        };
    }

    private static RetrievalPlan computing(
            ShoppingNeed need,
            List<ArmTraits> arms,
            int limit,
            @Nullable SortOrder sort,
            @Nullable Aggregate aggregate,
            String what) {
        List<ArmPlan> chosen = new ArrayList<>();
        for (ArmTraits arm : arms) {
            if (arm.computes()) {
                chosen.add(new ArmPlan(arm.name(), 1, what + " over the whole catalogue is computed, not ranked"));
            }
        }
        if (chosen.isEmpty()) {
            // Named all the same, so that the result is partial instead of a guess.
            chosen.add(new ArmPlan(ArmTraits.SQL, 1, what + " needs an arm that computes"));
        }
        return new RetrievalPlan(
                need.query(),
                need.terms(),
                need.unwanted(),
                chosen,
                sort == null ? FusionMethod.RECIPROCAL_RANK : FusionMethod.SORTED,
                need.constraints(),
                // A count is of all there are, those that were shown and waved off included.
                aggregate == null ? need.excludedIds() : List.of(),
                sort,
                aggregate,
                limit,
                chosen.stream().anyMatch(arm -> arm.arm().equals(ArmTraits.RECORDS))
                        ? List.of()
                        : List.of(new ArmPlan(ArmTraits.RECORDS, 1, "the clerk's own records say the same, slowly")));
    }

    private static RetrievalPlan searching(
            ShoppingNeed need, Language language, List<ArmTraits> arms, RankingParameters parameters, int limit) {
        if (need.query().isBlank()) {
            return filtering(need, arms, limit);
        }
        QueryWords words = QueryWords.of(need.query());
        List<String> unwanted = new ArrayList<>(need.unwanted());
        words.unwanted().stream().filter(word -> !unwanted.contains(word)).forEach(unwanted::add);
        boolean identifier = IDENTIFIER.matcher(words.wanted()).find();
        List<ArmPlan> chosen = new ArrayList<>();
        for (ArmTraits arm : arms) {
            switch (arm.name()) {
                case ArmTraits.KEYWORD ->
                    chosen.add(new ArmPlan(
                            arm.name(),
                            parameters.value(
                                    identifier
                                            ? RankingParameters.ROUTE_IDENTIFIER_KEYWORD
                                            : RankingParameters.ROUTE_KEYWORD),
                            identifier
                                    ? "the words hold an identifier, which is matched exactly"
                                    : "the words as said"));
                case ArmTraits.VECTOR -> {
                    boolean knows = arm.languages().isEmpty() || arm.languages().contains(language);
                    if (knows) {
                        chosen.add(new ArmPlan(
                                arm.name(),
                                parameters.value(
                                        identifier
                                                ? RankingParameters.ROUTE_IDENTIFIER_VECTOR
                                                : RankingParameters.ROUTE_VECTOR),
                                reason(
                                        arm,
                                        need,
                                        identifier ? "nearness says little of an identifier" : "what the words mean")));
                    }
                }
                case ArmTraits.SQL -> {
                    if (need.sort() != null) {
                        chosen.add(new ArmPlan(arm.name(), 1, "an order over all that fits is computed"));
                    }
                }
                default -> chosen.add(new ArmPlan(arm.name(), 1, "an arm of the shop's own"));
            }
        }
        return new RetrievalPlan(
                words.wanted(),
                need.terms(),
                unwanted,
                chosen,
                need.sort() != null ? FusionMethod.SORTED : FusionMethod.NORMALISED_SCORE,
                need.constraints(),
                need.excludedIds(),
                need.sort(),
                null,
                limit,
                standby(need, arms, chosen));
    }

    /** Who lists what the conditions and the words leave when nobody who ranks does. */
    private static List<ArmPlan> standby(ShoppingNeed need, List<ArmTraits> arms, List<ArmPlan> chosen) {
        if (need.constraints().isEmpty() && need.terms().isEmpty()) {
            return List.of();
        }
        List<ArmPlan> standby = new ArrayList<>();
        for (ArmTraits arm : arms) {
            if (arm.computes() && chosen.stream().noneMatch(plan -> plan.arm().equals(arm.name()))) {
                standby.add(new ArmPlan(arm.name(), 1, "what fits can be listed when nobody ranks it"));
            }
        }
        return standby;
    }

    /** The reason, and what an operator must know to understand a slow answer. */
    private static String reason(ArmTraits arm, ShoppingNeed need, String why) {
        return arm.afterwards().isEmpty() || need.constraints().isEmpty()
                ? why
                : why + "; held against the records afterwards: " + arm.afterwards();
    }

    /** Conditions without words: nothing to be near to, so that only exact arms run. */
    private static RetrievalPlan filtering(ShoppingNeed need, List<ArmTraits> arms, int limit) {
        List<ArmPlan> chosen = new ArrayList<>();
        for (ArmTraits arm : arms) {
            if (!arm.name().equals(ArmTraits.VECTOR)) {
                chosen.add(new ArmPlan(arm.name(), 1, "conditions without words are answered by exact arms"));
            }
        }
        return new RetrievalPlan(
                "",
                need.terms(),
                need.unwanted(),
                chosen,
                need.sort() != null ? FusionMethod.SORTED : FusionMethod.RECIPROCAL_RANK,
                need.constraints(),
                need.excludedIds(),
                need.sort(),
                null,
                limit);
    }
}
