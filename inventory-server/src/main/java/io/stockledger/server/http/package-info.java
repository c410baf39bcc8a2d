/**
 * From bytes to a checked request: the size limit, strict JSON, every fault of a request at once,
 * the headers of the face. Start at {@link io.stockledger.server.http.RequestCheck}.
 *
 * <p>May use: {@code problem}, {@code security}, Spring's web types, Jackson, Bean Validation. No
 * Axon, no SQL.
 */
@NullMarked
package io.stockledger.server.http;

import org.jspecify.annotations.NullMarked;
