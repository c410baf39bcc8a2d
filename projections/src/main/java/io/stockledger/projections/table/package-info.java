/**
 * Tables of the read model as lists of columns, and the two statements that every projection needs:
 * read the touched rows, write them back. Start at {@link io.stockledger.projections.table.Table}.
 *
 * <p>May use: Spring's JDBC, Jackson, and the values of {@code io.stockledger.api}. Knows no
 * events.
 */
@NullMarked
package io.stockledger.projections.table;

import org.jspecify.annotations.NullMarked;
