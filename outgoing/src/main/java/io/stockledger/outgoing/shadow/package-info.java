/**
 * What other systems say of channels that only watch, held against what these would say. Start at
 * {@link io.stockledger.outgoing.shadow.Shadows}.
 *
 * <p>May use: {@code io.stockledger.promise}, {@code io.stockledger.api}, JDBC.
 */
@NullMarked
package io.stockledger.outgoing.shadow;

import org.jspecify.annotations.NullMarked;
