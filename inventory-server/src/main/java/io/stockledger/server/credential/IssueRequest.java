package io.stockledger.server.credential;

import io.stockledger.api.Identifiers;
import io.stockledger.api.credential.Right;
import io.stockledger.api.credential.Role;
import io.stockledger.server.http.Checked;
import io.stockledger.server.problem.Faults;
import io.stockledger.server.write.Forms;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A new API key for a client. */
record IssueRequest(
    @NotNull @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String client,
    @NotNull @Size(min = 1, max = 6) List<@NotNull Role> roles,
    @Nullable @Size(max = 10) List<@NotNull Right> rights,
    @Nullable @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String channel)
    implements Checked {
  @Override
  public void check(Faults faults, String path) {
    if (roles == null || faults.knows("channel")) {
      return;
    }
    boolean forChannel = roles.contains(Role.CHANNEL);
    if (forChannel && channel == null) {
      faults.add("channel", "is needed by the role channel", null);
    }
    if (!forChannel && channel != null) {
      faults.add("channel", "belongs to the role channel only", channel);
    }
  }
}
