package ai.adcio.catalog;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The names by which constraints, sorting, SQL and replies speak of a product's parts, and how a record answers to
 * them. An attribute is named {@code attributes.} and its own name.
 */
public final class Fields {
    /** The product's id. */
    public static final String ID = "id";
    /** The product's name. */
    public static final String TITLE = "title";
    /** The free text. */
    public static final String DESCRIPTION = "description";
    /** The brand. */
    public static final String BRAND = "brand";
    /** The category path; any of its elements counts. */
    public static final String CATEGORIES = "categories";
    /** The current price, a number with a currency. */
    public static final String PRICE = "price";
    /** The price before a reduction. */
    public static final String LIST_PRICE = "listPrice";
    /** The mean rating. */
    public static final String RATING = "rating";
    /** How many buyers rated it. */
    public static final String RATING_COUNT = "ratingCount";
    /** The availability by schema.org's name. */
    public static final String AVAILABILITY = "availability";
    /** What stands before an attribute's own name. */
    public static final String ATTRIBUTE_PREFIX = "attributes.";

    private Fields() {}

    /** The field that holds an attribute. */
    public static String attribute(String name) {
        return ATTRIBUTE_PREFIX + name;
    }

    /** The attribute's own name, or null when the field is not an attribute. */
    public static @Nullable String attributeName(String field) {
        return field.startsWith(ATTRIBUTE_PREFIX) ? field.substring(ATTRIBUTE_PREFIX.length()) : null;
    }

    /** The field's values as text, empty when the record has none or the field is unknown. */
    public static List<String> texts(Product product, String field) {
        return switch (field) {
            case ID -> List.of(product.id());
            case TITLE -> List.of(product.title());
            case DESCRIPTION -> product.description().isEmpty() ? List.of() : List.of(product.description());
            case BRAND -> listOf(product.brand());
            case CATEGORIES -> product.categories();
            case AVAILABILITY -> List.of(product.availability().schemaOrgName());
            case PRICE ->
                listOf(product.price() == null ? null : product.price().plainAmount());
            case LIST_PRICE ->
                listOf(product.listPrice() == null ? null : product.listPrice().plainAmount());
            case RATING ->
                listOf(
                        product.rating() == null
                                ? null
                                : Double.toString(product.rating().value()));
            case RATING_COUNT ->
                listOf(
                        product.rating() == null
                                ? null
                                : Integer.toString(product.rating().count()));
            default -> {
                String name = attributeName(field);
                yield name == null ? List.of() : product.attribute(name);
            }
        };
    }

    /**
     * The field's values as numbers. Money of another currency than the one asked for does not count. An attribute's
     * value counts when it starts with a number, such as {@code 500ml}.
     */
    public static List<BigDecimal> numbers(Product product, String field, @Nullable Currency currency) {
        return switch (field) {
            case PRICE -> amount(product.price(), currency);
            case LIST_PRICE -> amount(product.listPrice(), currency);
            case RATING ->
                product.rating() == null
                        ? List.of()
                        : List.of(BigDecimal.valueOf(product.rating().value()));
            case RATING_COUNT ->
                product.rating() == null
                        ? List.of()
                        : List.of(BigDecimal.valueOf(product.rating().count()));
            default -> {
                List<BigDecimal> numbers = new ArrayList<>();
                for (String text : texts(product, field)) {
                    BigDecimal number = LeadingNumber.of(text);
                    if (number != null) {
                        numbers.add(number);
                    }
                }
                yield numbers;
            }
        };
    }

    static boolean matches(String given, Match match, List<String> values) {
        if (match == Match.EXACT) {
            String folded = TextFolding.fold(given);
            return values.stream().anyMatch(v -> TextFolding.fold(v).equals(folded));
        }
        return values.stream().anyMatch(v -> TextFolding.containsPhrase(given, v));
    }

    private static List<BigDecimal> amount(@Nullable Money money, @Nullable Currency currency) {
        return money == null || currency != null && !currency.equals(money.currency())
                ? List.of()
                : List.of(money.amount());
    }

    private static List<String> listOf(@Nullable String value) {
        return value == null || value.isEmpty() ? List.of() : List.of(value);
    }
}
