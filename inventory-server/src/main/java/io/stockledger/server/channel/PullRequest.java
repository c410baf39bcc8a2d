package io.stockledger.server.channel;

import io.stockledger.api.Identifiers;
import io.stockledger.api.channel.SwitchCommand.PullSwitch;
import io.stockledger.api.channel.SwitchLevel;
import io.stockledger.server.http.Checked;
import io.stockledger.server.problem.Faults;
import io.stockledger.server.write.Forms;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Off with it.
 *
 * @param switchId none means that one is made for it
 * @param scope what it is about; an empty one is everything, and has to be said
 * @param why in the words of whoever pulls it
 */
record PullRequest(
    @Nullable @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String switchId,
    @NotNull @Valid SwitchScopeRequest scope,
    @NotNull SwitchLevel level,
    @NotBlank @Size(max = 500) String why)
    implements Checked {
  /** An address of its own stands under that name. */
  private static final String RESERVED = "triggers";

  @Override
  public void check(Faults faults, String path) {
    if (RESERVED.equals(switchId)) {
      faults.add("switchId", "is a reserved name", switchId);
    }
  }

  PullSwitch command() {
    String id = switchId == null ? UUID.randomUUID().toString() : switchId;
    return new PullSwitch(id, scope.scope(), level, why, null, null);
  }
}
