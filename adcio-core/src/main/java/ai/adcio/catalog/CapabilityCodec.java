package ai.adcio.catalog;

import ai.adcio.Language;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;

/** What a catalogue can answer as bytes, so that nobody has to go through every record to know it. */
final class CapabilityCodec {
    private CapabilityCodec() {}

    static void write(RecordOutput out, CatalogCapabilities capabilities) {
        out.number(capabilities.productCount());
        out.list(capabilities.fields(), CapabilityCodec::writeField);
        out.list(capabilities.categories(), CapabilityCodec::writeCategory);
        out.list(capabilities.brands(), CapabilityCodec::writeValue);
        out.list(capabilities.currencies(), (o, currency) -> o.text(currency.getCurrencyCode()));
        out.list(capabilities.languages(), (o, language) -> o.text(language.tag()));
        out.number(capabilities.titleWords().size());
        capabilities.titleWords().forEach((word, count) -> {
            out.text(word);
            out.number(count);
        });
    }

    static CatalogCapabilities read(RecordInput in) {
        return new CatalogCapabilities(
                in.integer(),
                in.list(CapabilityCodec::readField),
                in.list(CapabilityCodec::readCategory),
                in.list(CapabilityCodec::readValue),
                in.list(i -> Currency.getInstance(i.text())),
                in.list(i -> new Language(i.text())),
                readWords(in));
    }

    private static void writeField(RecordOutput out, FieldSummary field) {
        out.text(field.name());
        out.text(field.kind().name());
        out.real(field.coverage());
        out.number(field.distinct());
        out.list(field.values(), CapabilityCodec::writeValue);
        out.optional(field.range(), (o, range) -> {
            o.text(range.least().toString());
            o.text(range.greatest().toString());
        });
        out.optional(field.unit(), RecordOutput::text);
    }

    private static FieldSummary readField(RecordInput in) {
        return new FieldSummary(
                in.text(),
                FieldKind.valueOf(in.text()),
                in.real(),
                in.integer(),
                in.list(CapabilityCodec::readValue),
                in.optional(i -> new NumberRange(new BigDecimal(i.text()), new BigDecimal(i.text()))),
                in.optional(RecordInput::text));
    }

    private static void writeCategory(RecordOutput out, CategorySummary category) {
        out.text(category.name());
        out.optional(category.parent(), RecordOutput::text);
        out.number(category.depth());
        out.number(category.count());
        out.number(category.leafCount());
    }

    private static CategorySummary readCategory(RecordInput in) {
        return new CategorySummary(in.text(), in.optional(RecordInput::text), in.integer(), in.integer(), in.integer());
    }

    private static void writeValue(RecordOutput out, ValueCount value) {
        out.text(value.value());
        out.number(value.count());
    }

    private static ValueCount readValue(RecordInput in) {
        return new ValueCount(in.text(), in.integer());
    }

    private static Map<String, Integer> readWords(RecordInput in) {
        int count = in.count();
        Map<String, Integer> words = HashMap.newHashMap(count);
        for (int i = 0; i < count; i++) {
            words.put(in.text(), in.integer());
        }
        return words;
    }
}
