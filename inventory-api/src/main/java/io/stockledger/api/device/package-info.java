/**
 * Devices that record offline and deliver later: what is asked of them, what they come to, what may
 * be asked about them. Start at {@link io.stockledger.api.device.DeviceCommand}.
 */
@NullMarked
package io.stockledger.api.device;

import org.jspecify.annotations.NullMarked;
