/**
 * What devices delivered, and did not. Start at {@link io.stockledger.query.device.DeviceQueries}.
 *
 * <p>May use: {@code reading}, the API, Axon's query annotations.
 */
@NullMarked
package io.stockledger.query.device;

import org.jspecify.annotations.NullMarked;
