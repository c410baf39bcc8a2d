/**
 * Which making of the read model is live, and how a node follows when the pointer moves. Start at
 * {@link io.stockledger.projections.generation.LiveGeneration}.
 *
 * <p>May use: {@code running}, Spring's JDBC, HikariCP. Knows no stock.
 */
@NullMarked
package io.stockledger.projections.generation;

import org.jspecify.annotations.NullMarked;
