/**
 * What tests of the read side need: a database with a read model, and a story of events. Start at
 * {@link io.stockledger.projections.testing.Story}.
 */
@NullMarked
package io.stockledger.projections.testing;

import org.jspecify.annotations.NullMarked;
