/**
 * What a conversation is made of: the shopper's turns, the page that they look at, the need gathered so far and the ledger of what was shown.
 */
@NullMarked
package ai.adcio.conversation;

import org.jspecify.annotations.NullMarked;
