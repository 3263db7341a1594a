package ai.adcio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.adcio.Language;
import ai.adcio.catalog.Availability;
import ai.adcio.catalog.Money;
import ai.adcio.catalog.Product;
import ai.adcio.reply.AgentReply;
import java.util.List;
import java.util.stream.Collectors;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;

class ReplyViewTest {
    @Test
    void writesMoneyAndStockAsTheClerkDoes() {
        Product lamp = Product.builder("p", "Lamp")
                .price(Money.of("5.50", "EUR"))
                .availability(Availability.OUT_OF_STOCK)
                .build();
        assertThat(view(lamp, Language.ENGLISH))
                .contains("€5.50", "out of stock")
                .doesNotContain("EUR", "OutOfStock");
        assertThat(view(lamp, Language.KOREAN)).contains("€5.50", "품절").doesNotContain("OutOfStock");
        Product won =
                Product.builder("p", "Lamp").price(Money.of("29000", "KRW")).build();
        assertThat(view(won, Language.KOREAN)).contains("29,000원");
        assertThat(view(won, Language.ENGLISH)).contains("₩29,000");
    }

    @Test
    void lettersFromAFeedSteerNoTerminal() {
        Product evil = Product.builder("p", "La\u001b]0;x\u0007mp\u202e")
                .brand("B\u009b31m")
                .build();
        assertThat(view(evil, Language.ENGLISH)).doesNotContain("\u001b", "\u0007", "\u202e", "\u009b");
    }

    private static String view(Product product, Language language) {
        AgentReply reply = Replies.showing(
                language, "Here.", new AgentReply.Card(1, product, new AgentReply.Reason("", List.of()), List.of()));
        return ReplyView.of(reply, 100).stream().map(AttributedString::toString).collect(Collectors.joining("\n"));
    }
}
