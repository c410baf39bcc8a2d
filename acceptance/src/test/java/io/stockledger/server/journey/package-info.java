/**
 * The running server, with a PostgreSQL of its own, asked over HTTP. Start at {@link
 * io.stockledger.server.journey.RunningServer}.
 */
@NullMarked
package io.stockledger.server.journey;

import org.jspecify.annotations.NullMarked;
