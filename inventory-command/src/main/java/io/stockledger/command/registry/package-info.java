/**
 * What locations and products share when something is asked of them. Start at {@link
 * io.stockledger.command.registry.RegistryDesk}.
 *
 * <p>May use: {@code stock}, the API, the JDK. No Axon.
 */
@NullMarked
package io.stockledger.command.registry;

import org.jspecify.annotations.NullMarked;
