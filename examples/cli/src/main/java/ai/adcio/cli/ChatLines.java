package ai.adcio.cli;

import ai.adcio.AdcioException;
import ai.adcio.Language;
import ai.adcio.agent.ShoppingAgent;
import ai.adcio.reply.ReplyJson;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** The conversation of machines: a turn a line in, a reply a line out, in order. */
final class ChatLines {
    private final ShoppingAgent agent;
    private final @Nullable Language language;
    private final PrintWriter out;

    ChatLines(ShoppingAgent agent, @Nullable Language language, PrintWriter out) {
        this.agent = agent;
        this.language = language;
        this.out = out;
    }

    /** Answers every line until there is none, or until nobody reads the answers any more. */
    void run(Reader in) throws IOException {
        TurnLines lines = new TurnLines(in);
        int number = 0;
        for (String line = lines.next(); line != null; line = lines.next()) {
            number++;
            out.print(answer(line, number));
            out.print('\n');
            out.flush();
            if (out.checkError()) {
                return;
            }
        }
    }

    private String answer(String line, int number) {
        try {
            return ReplyJson.write(agent.reply(ChatInput.parse(line, language)));
        } catch (AdcioException e) {
            return error(number, OneLine.of(e));
        } catch (RuntimeException e) {
            return error(number, "the turn failed: " + OneLine.of(e));
        }
    }

    private static String error(int number, String message) {
        ObjectNode root = JsonFiles.MAPPER.createObjectNode();
        root.putObject("error").put("line", number).put("message", message);
        return root.toString();
    }
}
