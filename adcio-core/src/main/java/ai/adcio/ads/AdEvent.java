package ai.adcio.ads;

import ai.adcio.AdcioException;
import java.time.Instant;

/**
 * Something that happened to an ad on the shop's page, as the slot's beacons report it.
 *
 * @param type what happened
 * @param requestId the request that the ad was chosen for, as its {@link AdSlot} names it
 * @param adsetId the set of ads that it came from, as its {@link AdSlot} names it
 * @param at when
 */
public record AdEvent(Type type, String requestId, String adsetId, Instant at) {
    /** How many characters each of the ids may have. */
    public static final int LONGEST_ID = 200;

    /** Rejects ids that are blank or too long: a beacon's address comes from outside. */
    public AdEvent {
        check("requestId", requestId);
        check("adsetId", adsetId);
    }

    private static void check(String name, String id) {
        if (id.isBlank() || id.length() > LONGEST_ID) {
            throw new AdcioException(
                    name + " has " + id.length() + " characters; give 1 to " + LONGEST_ID + " that are not blank");
        }
    }

    /** What can happen to an ad. */
    public enum Type {
        /** Half of it was visible for one second. */
        IMPRESSION,
        /** The shopper clicked on it. */
        CLICK
    }
}
