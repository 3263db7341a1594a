package ai.adcio.catalog.feed;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;

class HtmlTextPropertiesTest {
    @Property(tries = 500)
    void takesAnyText(
            @ForAll @StringLength(max = 60) @Chars({'<', '>', '/', '!', '-', '&', ';', '#', 'p', 'b', ' ', '"', '\n'})
                    String text) {
        assertThat(HtmlText.read(text)).doesNotContain("\0").hasSizeLessThanOrEqualTo(text.length());
    }

    @Property(tries = 200)
    void leavesPlainTextAsItIs(@ForAll @CharRange(from = ' ', to = ';') String text) {
        String plain = text.replace("&", "");

        assertThat(HtmlText.read(plain)).isEqualTo(plain);
    }
}
