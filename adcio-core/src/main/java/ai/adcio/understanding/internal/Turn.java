package ai.adcio.understanding.internal;

import ai.adcio.Language;
import ai.adcio.catalog.CatalogSnapshot;
import ai.adcio.conversation.Conversation;
import ai.adcio.conversation.PageContext;

/** A turn that has been read, and all that it has to be understood against. */
record Turn(
        TurnReading reading,
        Vocabulary vocabulary,
        Conversation conversation,
        PageContext page,
        CatalogSnapshot catalog,
        Language language) {
    References references() {
        return new References(reading, conversation, page);
    }
}
