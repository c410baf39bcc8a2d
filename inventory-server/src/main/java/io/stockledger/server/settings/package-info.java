/** What can be set. Start at {@link io.stockledger.server.settings.StockledgerSettings}. */
@NullMarked
package io.stockledger.server.settings;

import org.jspecify.annotations.NullMarked;
