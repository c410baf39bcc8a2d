/**
 * What no module can prove by itself: random histories against the tables, one item under
 * everything, promises of many lines, a killed server, a rebuilt read side. Start at {@link
 * io.stockledger.server.proof.HistoriesMeetTablesTest}.
 *
 * <p>May use: the test support of the other modules, and the running server of the journeys.
 */
@NullMarked
package io.stockledger.server.proof;

import org.jspecify.annotations.NullMarked;
