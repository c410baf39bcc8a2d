package io.stockledger.server.location;

import io.stockledger.server.write.Forms;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Which source is alive. */
record HeartbeatRequest(@NotBlank @Size(max = Forms.LONGEST_SOURCE) String source) {}
