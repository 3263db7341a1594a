package ai.adcio.catalog;

import ai.adcio.AdcioException;

/**
 * What buyers think of a product on the whole.
 *
 * @param value the mean, 0 to 5
 * @param count how many buyers rated it, zero or more
 */
public record Rating(double value, int count) {
    /** Rejects a mean outside 0 to 5 and a negative count. */
    public Rating {
        if (!(value >= 0 && value <= 5)) {
            throw new AdcioException("rating.value is " + value + "; it ranges from 0 to 5");
        }
        if (count < 0) {
            throw new AdcioException("rating.count is " + count + "; it is zero or more");
        }
    }
}
