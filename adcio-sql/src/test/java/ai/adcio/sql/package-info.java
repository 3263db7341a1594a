@NullMarked
package ai.adcio.sql;

import org.jspecify.annotations.NullMarked;
