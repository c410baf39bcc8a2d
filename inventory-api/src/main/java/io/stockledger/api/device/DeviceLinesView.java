package io.stockledger.api.device;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.stockledger.api.Answer.View;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of what a device delivered, by sequence. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeviceLinesView(
    List<DeviceLineCard> items, @Nullable String next, long position, Instant asOf, String stamp)
    implements View {}
