package ai.adcio.catalog;

import ai.adcio.AdcioException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Whether a product can be bought now, by schema.org's names. */
public enum Availability {
    /** In stock. */
    IN_STOCK("InStock"),
    /** Carried, but none left. */
    OUT_OF_STOCK("OutOfStock"),
    /** Can be ordered before it is released. */
    PRE_ORDER("PreOrder"),
    /** Can be ordered, comes later. */
    BACK_ORDER("BackOrder"),
    /** No longer sold. */
    DISCONTINUED("Discontinued");

    private final String schemaOrgName;

    Availability(String schemaOrgName) {
        this.schemaOrgName = schemaOrgName;
    }

    /** The name on the wire, such as {@code InStock}. */
    public String schemaOrgName() {
        return schemaOrgName;
    }

    /** Whether a shopper can order it today: in stock, pre-order or back-order. */
    public boolean orderable() {
        return this != OUT_OF_STOCK && this != DISCONTINUED;
    }

    /**
     * Reads a name of schema.org, with or without its address, or of a Merchant Center feed ({@code in_stock},
     * {@code in stock}); letter case aside.
     *
     * @throws AdcioException when the name is none of those
     */
    public static Availability parse(String name) {
        String bare = name.substring(name.lastIndexOf('/') + 1)
                .replaceAll("[\\s_-]", "")
                .toLowerCase(Locale.ROOT);
        for (Availability value : values()) {
            if (value.schemaOrgName.toLowerCase(Locale.ROOT).equals(bare)) {
                return value;
            }
        }
        throw new AdcioException("availability is \"" + name + "\"; write one of "
                + Arrays.stream(values()).map(Availability::schemaOrgName).collect(Collectors.joining(", ")));
    }
}
