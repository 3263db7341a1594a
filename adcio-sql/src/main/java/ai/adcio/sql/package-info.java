/** Questions answered by SQL over a shop's own database. */
@NullMarked
package ai.adcio.sql;

import org.jspecify.annotations.NullMarked;
