/**
 * Building a read model anew: beside the live one while everything runs ({@link
 * io.stockledger.projections.rebuild.Rebuild}, which {@link
 * io.stockledger.projections.rebuild.RebuildRunning} sets going), or with the servers stopped
 * ({@link io.stockledger.projections.rebuild.ReadModelRebuild}); and comparing two of them.
 *
 * <p>May use: everything in this module.
 */
@NullMarked
package io.stockledger.projections.rebuild;

import org.jspecify.annotations.NullMarked;
