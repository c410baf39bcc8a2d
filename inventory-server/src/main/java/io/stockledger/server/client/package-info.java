/**
 * The smallest useful client of the ledger's public HTTP face: a request with its idempotency key,
 * an answer, patience when the ledger asks for it. The demo and the importer send through it, as a
 * program of somebody else would. Start at {@link io.stockledger.server.client.LedgerClient}.
 *
 * <p>May use: the JDK and Jackson. It knows no class of the ledger, on purpose.
 */
@NullMarked
package io.stockledger.server.client;

import org.jspecify.annotations.NullMarked;
