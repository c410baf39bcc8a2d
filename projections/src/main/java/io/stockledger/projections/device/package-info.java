/**
 * What devices deliver. Start at {@link io.stockledger.projections.device.DeviceProjection}.
 *
 * <p>May use: {@code running}, {@code table}, the API.
 */
@NullMarked
package io.stockledger.projections.device;

import org.jspecify.annotations.NullMarked;
