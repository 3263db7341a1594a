package ai.adcio.cli;

import ai.adcio.ads.AdSlot;
import ai.adcio.catalog.Availability;
import ai.adcio.catalog.Fields;
import ai.adcio.catalog.Money;
import ai.adcio.catalog.Product;
import ai.adcio.catalog.Rating;
import ai.adcio.reply.AgentReply;
import ai.adcio.reply.internal.Phrases;
import ai.adcio.reply.internal.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.jspecify.annotations.Nullable;

/** A reply as lines for a terminal of some width. */
final class ReplyView {
    private static final AttributedStyle PLAIN = AttributedStyle.DEFAULT;
    private static final AttributedStyle STRONG = AttributedStyle.BOLD;
    private static final AttributedStyle FAINT = AttributedStyle.DEFAULT.foreground(AttributedStyle.BRIGHT);
    private static final AttributedStyle MONEY = AttributedStyle.DEFAULT.foreground(AttributedStyle.GREEN);
    private static final AttributedStyle STARS = AttributedStyle.DEFAULT.foreground(AttributedStyle.YELLOW);
    private static final AttributedStyle WARNING = AttributedStyle.DEFAULT.foreground(AttributedStyle.RED);
    private static final AttributedStyle HINT = AttributedStyle.DEFAULT.foreground(AttributedStyle.CYAN);
    private static final int INDENT = 2;

    private final int width;
    private final Wording wording;
    private final List<AttributedString> lines = new ArrayList<>();

    private ReplyView(int width, Wording wording) {
        this.width = width;
        this.wording = wording;
    }

    /** The lines of a reply, none wider than the terminal unless a word is. */
    static List<AttributedString> of(AgentReply reply, int width) {
        ReplyView view = new ReplyView(Math.max(40, width), new Wording(Phrases.in(reply.language())));
        view.wrapped(reply.text(), STRONG, 0);
        view.cards(reply);
        AgentReply.Comparison comparison = reply.comparison();
        if (comparison != null) {
            view.comparison(comparison, reply);
        }
        AgentReply.FollowUp followUp = reply.followUp();
        if (followUp != null) {
            view.wrapped("? " + followUp.question(), HINT, 0);
            view.wrapped(
                    String.join(
                            "  ",
                            followUp.answers().stream()
                                    .map(a -> "[" + a.label() + "]")
                                    .toList()),
                    HINT,
                    INDENT);
        }
        AdSlot ad = reply.adSlot();
        if (ad != null) {
            view.ad(ad);
        }
        reply.pageActions().forEach(action -> view.wrapped("→ " + PageActionText.of(action), HINT, INDENT));
        if (reply.partial()) {
            reply.missing().forEach(arm -> view.wrapped("(" + arm.arm() + ": " + arm.cause() + ")", FAINT, INDENT));
        }
        if (!reply.suggestions().isEmpty()) {
            view.wrapped(String.join("  ·  ", reply.suggestions()), FAINT, INDENT);
        }
        return view.lines;
    }

    private void cards(AgentReply reply) {
        if (reply.cards().isEmpty()) {
            return;
        }
        TextTable table = new TextTable(width, 1);
        for (AgentReply.Card card : reply.cards()) {
            Product product = card.product();
            table.row(
                    styled(card.rank() + ".", FAINT),
                    styled(product.title(), PLAIN),
                    styled(product.brand() == null ? "" : product.brand(), FAINT),
                    price(product),
                    stars(product.rating()),
                    stock(product));
            table.note(1, styled(card.reason().text(), FAINT));
        }
        lines.addAll(table.lines());
    }

    private void comparison(AgentReply.Comparison comparison, AgentReply reply) {
        Map<String, String> titles = new java.util.HashMap<>();
        reply.cards()
                .forEach(card -> titles.put(
                        card.product().id(), card.rank() + ". " + card.product().title()));
        TextTable table = new TextTable(width, -1);
        List<AttributedString> head = new ArrayList<>();
        head.add(styled("", PLAIN));
        comparison.productIds().forEach(id -> head.add(styled(titles.getOrDefault(id, id), STRONG)));
        table.row(head.toArray(AttributedString[]::new));
        for (int i = 0; i < comparison.rows().size(); i++) {
            List<AttributedString> row = new ArrayList<>();
            row.add(styled(comparison.attributes().get(i).replace("attributes.", ""), FAINT));
            comparison.rows().get(i).forEach(cell -> row.add(styled(cell.isEmpty() ? "-" : cell, PLAIN)));
            table.row(row.toArray(AttributedString[]::new));
        }
        lines.addAll(table.lines());
    }

    private void ad(AdSlot ad) {
        AttributedStringBuilder line = new AttributedStringBuilder();
        line.append(styled("[" + ad.label() + "] ", STARS));
        line.append(styled(ad.product().title(), PLAIN));
        line.append("  ").append(price(ad.product()));
        line.append("  ").append(styled(ad.advertiser(), FAINT));
        lines.addAll(TextTable.wrap(line.toAttributedString(), width));
    }

    private AttributedString price(Product product) {
        Money price = product.price();
        if (price == null) {
            return AttributedString.EMPTY;
        }
        AttributedStringBuilder text = new AttributedStringBuilder();
        text.append(styled(wording.money(price), MONEY));
        if (product.listPrice() != null) {
            text.append(" ").append(styled(wording.money(product.listPrice()), FAINT.crossedOut()));
        }
        return text.toAttributedString();
    }

    private static AttributedString stars(@Nullable Rating rating) {
        return rating == null
                ? AttributedString.EMPTY
                : new AttributedStringBuilder()
                        .append(String.format(Locale.ROOT, "★%.1f", rating.value()), STARS)
                        .append(String.format(Locale.ROOT, " (%,d)", rating.count()), FAINT)
                        .toAttributedString();
    }

    private AttributedString stock(Product product) {
        return product.availability() == Availability.IN_STOCK
                ? AttributedString.EMPTY
                : styled(wording.value(product, Fields.AVAILABILITY), WARNING);
    }

    private void wrapped(String text, AttributedStyle style, int indent) {
        for (String paragraph : text.split("\n", -1)) {
            for (AttributedString line : TextTable.wrap(styled(paragraph, style), width - indent)) {
                lines.add(new AttributedStringBuilder()
                        .append(" ".repeat(indent))
                        .append(line)
                        .toAttributedString());
            }
        }
    }

    private static AttributedString styled(String text, AttributedStyle style) {
        return new AttributedString(TextTable.harmless(text), style);
    }
}
