/** Tests of the projections on a real PostgreSQL. */
@NullMarked
package io.stockledger.projections;

import org.jspecify.annotations.NullMarked;
