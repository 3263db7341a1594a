package ai.adcio.conversation;

import ai.adcio.AdcioException;
import ai.adcio.catalog.Constraint;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringWriter;

/**
 * Writes a conversation's whole state as JSON and reads it back without loss, for stores outside of this process. The
 * text begins with a format number: a state of a later format is refused rather than read by halves, while parts that a
 * later version added within the format are passed over. Stateless and thread safe.
 */
public final class ConversationJson {
    /** The format that is written, and the latest that is read. */
    public static final int FORMAT = 1;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .visibility(PropertyAccessor.GETTER, Visibility.NONE)
            .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .addMixIn(Constraint.class, ConstraintTypes.class)
            .build();

    private ConversationJson() {}

    /** The state as one line of JSON. */
    public static String write(Conversation conversation) {
        StringWriter out = new StringWriter(2048);
        try (JsonGenerator json = MAPPER.createGenerator(out)) {
            json.writeStartObject();
            json.writeNumberField("format", FORMAT);
            json.writeFieldName("conversation");
            MAPPER.writeValue(json, conversation);
            json.writeEndObject();
        } catch (IOException e) {
            throw new AdcioException("conversation " + conversation.id() + " cannot be written", e);
        }
        return out.toString();
    }

    /**
     * The state that {@link #write} wrote.
     *
     * @throws AdcioException when it has a later format or is none at all; the message holds nothing of it
     */
    public static Conversation read(String text) {
        try (JsonParser json = MAPPER.createParser(text)) {
            expect(json.nextToken() == JsonToken.START_OBJECT && "format".equals(json.nextFieldName()));
            int format = json.nextIntValue(0);
            if (format < 1 || format > FORMAT) {
                throw new AdcioException("the conversation has format " + format + ", and this version reads up to "
                        + FORMAT + "; bring every instance to the version that wrote it");
            }
            expect("conversation".equals(json.nextFieldName()) && json.nextToken() == JsonToken.START_OBJECT);
            return MAPPER.readValue(json, Conversation.class);
        } catch (JsonProcessingException e) {
            // A parser's own message quotes what the shopper said.
            throw new AdcioException("the stored conversation is damaged; delete it and begin anew");
        } catch (IOException e) {
            throw new AdcioException("the stored conversation cannot be read", e);
        }
    }

    private static void expect(boolean met) {
        if (!met) {
            throw new AdcioException("the stored conversation is damaged; delete it and begin anew");
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "op")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Constraint.AnyOf.class, name = "any_of"),
        @JsonSubTypes.Type(value = Constraint.NoneOf.class, name = "none_of"),
        @JsonSubTypes.Type(value = Constraint.Range.class, name = "range"),
        @JsonSubTypes.Type(value = Constraint.Present.class, name = "present"),
        @JsonSubTypes.Type(value = Constraint.Either.class, name = "either")
    })
    private interface ConstraintTypes {}
}
