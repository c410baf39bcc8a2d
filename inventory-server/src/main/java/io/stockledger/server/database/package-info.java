/**
 * The PostgreSQL behind the ledger: configured, or embedded and started here; its roles, migrations
 * and connection pools. Start at {@link io.stockledger.server.database.LedgerDatabase}.
 *
 * <p>May use: the settings, JDBC, Flyway, HikariCP, the embedded PostgreSQL. Knows no stock and no
 * HTTP.
 */
@NullMarked
package io.stockledger.server.database;

import org.jspecify.annotations.NullMarked;
