/**
 * Runs the ledger: the main class, its sub-commands and settings. The HTTP face has a package for
 * each feature. Start at {@link io.stockledger.server.StockledgerServer}.
 */
@NullMarked
package io.stockledger.server;

import org.jspecify.annotations.NullMarked;
