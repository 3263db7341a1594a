package ai.adcio.agent;

import ai.adcio.catalog.Constraint;
import ai.adcio.catalog.Fields;

/** Tells the conditions that name a kind of product from those that narrow it. */
final class Kinds {
    private Kinds() {}

    /** Whether the condition names the kind of product that the talk is about. */
    static boolean names(Constraint constraint) {
        return switch (constraint) {
            case Constraint.AnyOf c ->
                c.field().equals(Fields.CATEGORIES) || c.field().equals(Fields.TITLE);
            case Constraint.Either c -> c.alternatives().stream().allMatch(Kinds::names);
            case Constraint.NoneOf ignored -> false;
            case Constraint.Range ignored -> false;
            case Constraint.Present ignored -> false;
        };
    }
}
