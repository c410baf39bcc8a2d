/**
 * The credentials of clients: {@link io.stockledger.command.credential.Client} decides, {@link
 * io.stockledger.command.credential.ClientAggregate} is its Axon shell. Secrets never come here,
 * only their hashes.
 *
 * <p>May use: {@code io.stockledger.api}, persistent collections, and in the shell Axon.
 */
@NullMarked
package io.stockledger.command.credential;

import org.jspecify.annotations.NullMarked;
