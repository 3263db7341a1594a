package ai.adcio.catalog.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlTextTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            plain text                                     | plain text
            a < b && c > d                                 | a < b && c > d
            size <M>, <5 kg>                               | size <M>, <5 kg>
            Tom &amp; Jerry &#44032;&#xAC00; &unknown;     | Tom & Jerry 가가 &unknown;
            <p>One</p>  <p>Two<br/>three</p>               | One\\nTwo\\nthree
            <ul><li>A</li>\\n<li>B</li></ul>               | A\\nB
            <b>bold</b>er <a href="x>y" title='>'>link</a> | bolder link
            <td>1</td><td>2</td>                           | 1 2
            a<script>if (x < y) alert("</p>")</script>b    | ab
            a<style>p { x }</style >b<STYLE>q</STYLE>c     | abc
            a<!-- <p> hidden -->b                          | ab
            a<!-- never closed                             | a<!-- never closed
            a<script>never closed                          | a
            <p class="never closed                         | <p class="never closed
            <o:p>Office</o:p>                              | Office
            &#0;&#xD800;&#99999999999;                     | \uFFFD\uFFFD&#99999999999;
            """)
    void leavesTheTextOnly(String html, String text) {
        assertThat(HtmlText.read(html.translateEscapes())).isEqualTo(text.translateEscapes());
    }

    @ParameterizedTest
    @CsvSource({"<!--", "<p", "<p \"", "&", "<script>", "<"})
    void readsHostileTextInTheTimeOfItsLength(String piece) {
        assertThat(HtmlText.read(piece.repeat(300_000))).isNotNull();
    }
}
