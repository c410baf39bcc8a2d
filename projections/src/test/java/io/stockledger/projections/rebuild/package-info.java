/** Tests of rebuilds, with several nodes on one database. */
@NullMarked
package io.stockledger.projections.rebuild;

import org.jspecify.annotations.NullMarked;
