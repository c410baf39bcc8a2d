/**
 * Answers queries from the read tables, by plain SQL. The front door is {@link
 * io.stockledger.query.InventoryQueryConfiguration}.
 *
 * <p>May use: the API, Axon's query bus, Spring's JDBC, Jackson. It shares no code with the
 * projections: the tables are the contract between the two. A package per feature.
 */
@NullMarked
package io.stockledger.query;

import org.jspecify.annotations.NullMarked;
