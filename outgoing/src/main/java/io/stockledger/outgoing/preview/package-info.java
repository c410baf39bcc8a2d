/**
 * Drafts of rules, played over days that have passed. Start at {@link
 * io.stockledger.outgoing.preview.Previews}.
 *
 * <p>May use: {@code io.stockledger.outgoing.change}, {@code io.stockledger.promise}, {@code
 * io.stockledger.api}, JDBC.
 */
@NullMarked
package io.stockledger.outgoing.preview;

import org.jspecify.annotations.NullMarked;
