package io.stockledger.api.device;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with a device.
 *
 * @param nextSequence the one that is expected next
 * @param waiting lines that wait for a gap
 * @param missing sequences of passed gaps that have not come
 * @param refused lines that could not be a fact
 * @param reused lines under a sequence that another one has
 * @param skewMillis so far its clock was ahead of the ledger's when it last told, in milliseconds
 * @param deviceClock what its clock said then
 * @param lastHeard when it last delivered
 * @param version of its last entry
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeviceCard(
    String device,
    long nextSequence,
    long waiting,
    long missing,
    long refused,
    long reused,
    @Nullable Long skewMillis,
    @Nullable Instant deviceClock,
    @Nullable Instant lastHeard,
    long version) {}
