/**
 * Folds the ledger into read tables; owns the read schema. The front doors are {@link
 * io.stockledger.projections.ProjectionsConfiguration} and {@link
 * io.stockledger.projections.rebuild.ReadModelRebuild}; {@link
 * io.stockledger.projections.AllProjections} lists what there is.
 *
 * <p>May use: the API, Axon, Spring's JDBC, Flyway. Knows no rule of the domain: events carry their
 * effects, and these are added up. A package per feature, with pure folds; {@code running} and
 * {@code table} are what they share.
 */
@NullMarked
package io.stockledger.projections;

import org.jspecify.annotations.NullMarked;
