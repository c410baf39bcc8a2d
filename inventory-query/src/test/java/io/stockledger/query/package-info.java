/** Tests of the queries on tables that the projections made, on a real PostgreSQL. */
@NullMarked
package io.stockledger.query;

import org.jspecify.annotations.NullMarked;
