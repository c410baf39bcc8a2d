/**
 * The documents, run: every request in {@code docs/http-api.md} is sent to a server and its answer
 * compared with the one that stands there. Start reading at {@link
 * io.stockledger.server.guide.Exchange}.
 */
@NullMarked
package io.stockledger.server.guide;

import org.jspecify.annotations.NullMarked;
