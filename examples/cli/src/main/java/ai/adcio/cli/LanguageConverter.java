package ai.adcio.cli;

import ai.adcio.Language;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the tag of a language that the clerk speaks. */
final class LanguageConverter implements ITypeConverter<Language> {
    @Override
    public Language convert(String tag) {
        for (Language language : Language.BUILT_IN) {
            if (language.tag().equalsIgnoreCase(tag)) {
                return language;
            }
        }
        throw new TypeConversionException("the clerk speaks " + Language.BUILT_IN + ", not '" + tag + "'");
    }
}
