package ai.adcio.catalog;

import org.jspecify.annotations.Nullable;

/**
 * One category name of the catalogue.
 *
 * @param name as the catalogue writes it
 * @param parent the category that most often stands right above it, or null at the top
 * @param depth the least position at which it stands in a path, from 0
 * @param count how many products stand in it, those of narrower categories included
 * @param leafCount how many products have it as their narrowest category
 */
public record CategorySummary(String name, @Nullable String parent, int depth, int count, int leafCount) {}
