package io.stockledger.command.inbound;

import io.stockledger.api.inbound.InboundCommand;

/** Which rules decide which command. */
final class InboundRules {
  private InboundRules() {}

  static Verdict decide(InboundCommand command, Dock dock) {
    return switch (command) {
      case InboundCommand.ExpectSupply c -> new ExpectRules(dock).decide(c);
      case InboundCommand.ReviseSupply c -> new ReviseRules(dock, c).decide();
      case InboundCommand.ReceiveSupply c -> new ReceiveRules(dock, c).decide();
      case InboundCommand.CancelSupply c -> new CancelRules(dock, c).decide();
    };
  }
}
