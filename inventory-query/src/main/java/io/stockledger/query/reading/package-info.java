/**
 * What all queries share: one state of the tables with its position, cursors, stamps, conditions.
 * Start at {@link io.stockledger.query.reading.ReadModel}.
 *
 * <p>May use: Spring's JDBC, Jackson, the API.
 */
@NullMarked
package io.stockledger.query.reading;

import org.jspecify.annotations.NullMarked;
