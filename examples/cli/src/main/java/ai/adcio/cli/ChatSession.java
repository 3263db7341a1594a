package ai.adcio.cli;

import ai.adcio.Language;
import ai.adcio.agent.ShoppingAgent;
import ai.adcio.catalog.CatalogSnapshot;
import ai.adcio.conversation.PageContext;
import ai.adcio.conversation.UserTurn;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;
import org.jspecify.annotations.Nullable;

/** A person's conversation with the clerk. */
final class ChatSession {
    private final ShoppingAgent agent;
    private final Shop shop;
    private final @Nullable Language language;
    private final ChatScreen screen;
    private int conversation = 1;

    ChatSession(ShoppingAgent agent, Shop shop, @Nullable Language language, ChatScreen screen) {
        this.agent = agent;
        this.shop = shop;
        this.language = language;
        this.screen = screen;
    }

    /** Goes on until the person leaves. */
    void run() throws IOException {
        greet();
        for (String line = screen.read(); line != null && !screen.deaf(); line = screen.read()) {
            String said = line.strip();
            switch (said) {
                case "" -> {
                    // An empty line is a slip of the finger.
                }
                case "/quit", "/exit", "quit", "exit" -> {
                    return;
                }
                case "/new" -> {
                    conversation++;
                    hint("A new conversation.");
                }
                case "/help" -> help();
                default -> {
                    if (said.startsWith("/")) {
                        hint("There is no command " + said.split("\\s", 2)[0] + "; /help lists them.");
                    } else {
                        answer(said);
                    }
                }
            }
        }
    }

    private void answer(String said) {
        UserTurn turn = new UserTurn("chat-" + conversation, said, language, PageContext.EMPTY);
        List<AttributedString> lines = new ArrayList<>(ReplyView.of(agent.reply(turn), screen.width()));
        lines.add(AttributedString.EMPTY);
        screen.print(lines);
    }

    private void greet() {
        try (CatalogSnapshot snapshot = shop.catalog().acquire()) {
            hint(String.format(
                    Locale.ROOT,
                    "%s: %,d products. Ask in English or Korean; /help for commands, Ctrl-D to leave.",
                    shop.name(),
                    snapshot.capabilities().productCount()));
        }
    }

    private void help() {
        hint("Say what you look for: \"running shoes under $80\", \"in black\", \"the second one\", \"3만원 이하\".");
        hint("/new starts a new conversation; /quit, quit or exit leaves.");
    }

    private void hint(String text) {
        screen.print(List.of(new AttributedString(text, AttributedStyle.DEFAULT.foreground(AttributedStyle.BRIGHT))));
    }
}
