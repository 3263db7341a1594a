package ai.adcio.catalog.feed;

import ai.adcio.catalog.Availability;
import ai.adcio.catalog.Money;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One purchasable form of a product as a row gives it.
 *
 * @param row the row that gives it
 * @param listPrice what it cost before a reduction, or null
 */
record Form(
        long row,
        String id,
        Map<String, List<String>> attributes,
        @Nullable Money price,
        @Nullable Money listPrice,
        Availability availability) {}
