package io.stockledger.server.channel;

import io.stockledger.server.security.Caller;
import io.stockledger.server.security.Scope;

/** A channel's key looks at its own channel only. */
final class OwnChannelOnly {
  private OwnChannelOnly() {}

  static void require(Caller caller, String channel) {
    if (!caller.speaksFor(channel)) {
      throw Caller.forbidden(Scope.REGISTRY_READ);
    }
  }
}
