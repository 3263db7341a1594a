package ai.adcio.reply;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Holds replies against the JSON Schema that the docs publish. */
public final class ReplySchema {
    private static final JsonSchema SCHEMA = load();

    private ReplySchema() {}

    /** Fails, naming each violation, unless the line is a reply by the schema. */
    public static void check(String json) {
        assertThat(SCHEMA.validate(json, InputFormat.JSON)).as(json).isEmpty();
    }

    private static JsonSchema load() {
        // The build runs tests in the module's own folder; docs lies beside it.
        Path file = Path.of("..", "docs", "agent-reply.schema.json");
        try {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(Files.readString(file));
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + file.toAbsolutePath(), e);
        }
    }
}
