/**
 * Building a read model anew, and comparing it with the live one. Start at {@link
 * io.stockledger.projections.rebuild.ReadModelRebuild}.
 *
 * <p>May use: everything in this module.
 */
@NullMarked
package io.stockledger.projections.rebuild;

import org.jspecify.annotations.NullMarked;
