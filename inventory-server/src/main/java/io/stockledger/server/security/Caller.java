package io.stockledger.server.security;

import io.stockledger.api.credential.Right;
import io.stockledger.api.credential.Role;
import io.stockledger.server.problem.Problem;
import io.stockledger.server.problem.ProblemException;
import io.stockledger.server.problem.ProblemType;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, as their credential says.
 *
 * @param client the owner of the credential
 * @param channel the one channel that a credential of role channel stands for
 */
public record Caller(
    String client,
    String credentialId,
    Set<Role> roles,
    Set<Right> rights,
    @Nullable String channel) {

  public boolean may(Scope scope) {
    return roles.stream().anyMatch(scope.roles()::contains)
        || (scope == Scope.BACKDATE && rights.contains(Right.BACKDATE));
  }

  /**
   * @throws ProblemException {@code forbidden}, when this caller may not
   */
  public void require(Scope scope) {
    if (!may(scope)) {
      throw forbidden(scope);
    }
  }

  /** Sees only what its channel exposes, because nothing but a channel speaks through it. */
  public boolean isChannelOnly() {
    return roles.equals(Set.of(Role.CHANNEL));
  }

  /**
   * Whose keys these are. Those of a channel stand apart from other keys of their client, so that
   * no answer of the others is replayed to a channel.
   */
  public String keyOwner() {
    return isChannelOnly() ? client + "/" + channel : client;
  }

  /** Whether this caller may act through, and look at, that channel. */
  public boolean speaksFor(@Nullable String otherChannel) {
    return !isChannelOnly() || (channel != null && channel.equals(otherChannel));
  }

  public static ProblemException forbidden(Scope scope) {
    return new ProblemException(
        Problem.of(ProblemType.FORBIDDEN, "This needs the scope " + scope.word() + ".")
            .with("scope", scope.word()));
  }
}
