/**
 * How messages become bytes and bytes messages: canonical JSON under stable names.
 *
 * <p>May use Jackson and Axon's serialization contract, nothing else of this module. Start reading
 * at {@link io.stockledger.ledger.json.CanonicalJsonSerializer}.
 */
@NullMarked
package io.stockledger.ledger.json;

import org.jspecify.annotations.NullMarked;
