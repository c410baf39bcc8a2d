package io.stockledger.server.security;

import static io.stockledger.api.credential.Role.ASSOCIATE;
import static io.stockledger.api.credential.Role.AUDITOR;
import static io.stockledger.api.credential.Role.CHANNEL;
import static io.stockledger.api.credential.Role.INTEGRATION;
import static io.stockledger.api.credential.Role.MANAGER;
import static io.stockledger.api.credential.Role.OPERATOR;

import io.stockledger.api.credential.Role;
import java.util.Set;

/**
 * What one verb of the face needs, and the roles that have it. This is the one table of who may do
 * what; whatever is not named here is open to nobody.
 */
public enum Scope {
  RECEIVE("stock.receive", ASSOCIATE, MANAGER, INTEGRATION),
  PICK("stock.pick", ASSOCIATE, MANAGER, INTEGRATION),
  RETURN("stock.return", ASSOCIATE, MANAGER, INTEGRATION),
  COUNT("stock.count", ASSOCIATE, MANAGER, INTEGRATION),
  /** State totals, as feeds do. */
  SYNC("stock.sync", MANAGER, INTEGRATION),
  /** Say what is low. */
  THRESHOLD("stock.threshold", MANAGER, INTEGRATION),
  CONDITION("stock.condition", ASSOCIATE, MANAGER, INTEGRATION),
  SET_ASIDE("stock.set-aside", ASSOCIATE, MANAGER, INTEGRATION),
  PUT_BACK("stock.put-back", ASSOCIATE, MANAGER, INTEGRATION),
  ADJUST("stock.adjust", ASSOCIATE, MANAGER, INTEGRATION),
  ADJUST_OTHER("stock.adjust-other", MANAGER),
  REVERSE("stock.reverse", MANAGER, INTEGRATION),
  BACKDATE("stock.backdate", MANAGER),
  DISCREPANCY_FLAG("discrepancy.flag", ASSOCIATE, MANAGER, INTEGRATION),
  DISCREPANCY_RESOLVE("discrepancy.resolve", ASSOCIATE, MANAGER, INTEGRATION),
  /** Settle a discrepancy whose reason is none of the plain ones. */
  DISCREPANCY_APPROVE("discrepancy.approve", MANAGER),
  DISCREPANCY_READ("discrepancy.read", ASSOCIATE, MANAGER, INTEGRATION, AUDITOR, OPERATOR),
  /** Deliver what a device recorded offline. */
  DEVICE_DELIVER("device.deliver", ASSOCIATE, MANAGER, INTEGRATION),
  DEVICE_READ("device.read", ASSOCIATE, MANAGER, INTEGRATION, AUDITOR, OPERATOR),
  /** Make, confirm, extend and change promises; a channel's key only through its channel. */
  RESERVE("reservation.reserve", ASSOCIATE, MANAGER, INTEGRATION, CHANNEL),
  RESERVE_WITHOUT_CHANNEL("reservation.reserve-without-channel", ASSOCIATE, MANAGER, INTEGRATION),
  RELEASE("reservation.release", ASSOCIATE, MANAGER, INTEGRATION, CHANNEL),
  /** Release by reference or location: whatever it finds, of whichever channel. */
  RELEASE_MANY("reservation.release-many", ASSOCIATE, MANAGER, INTEGRATION),
  RESERVATION_READ("reservation.read", ASSOCIATE, MANAGER, INTEGRATION, CHANNEL, AUDITOR, OPERATOR),
  /** Ask for a transfer, and cancel what of it did not leave. */
  TRANSFER_REQUEST("transfer.request", ASSOCIATE, MANAGER, INTEGRATION),
  TRANSFER_DISPATCH("transfer.dispatch", ASSOCIATE, MANAGER, INTEGRATION),
  TRANSFER_RECEIVE("transfer.receive", ASSOCIATE, MANAGER, INTEGRATION),
  /** Write off what is in transit. */
  TRANSFER_CLOSE("transfer.close", MANAGER, INTEGRATION),
  TRANSFER_READ("transfer.read", ASSOCIATE, MANAGER, INTEGRATION, AUDITOR, OPERATOR),
  /** Announce supply, state it anew, call it off. */
  INBOUND_WRITE("inbound.write", MANAGER, INTEGRATION),
  INBOUND_RECEIVE("inbound.receive", ASSOCIATE, MANAGER, INTEGRATION),
  INBOUND_READ("inbound.read", ASSOCIATE, MANAGER, INTEGRATION, AUDITOR, OPERATOR),
  STOCK_READ("stock.read", ASSOCIATE, MANAGER, INTEGRATION, AUDITOR, OPERATOR),
  AVAILABILITY_READ(
      "availability.read", ASSOCIATE, MANAGER, INTEGRATION, CHANNEL, AUDITOR, OPERATOR),
  /** How feeds are that are written to files. */
  FEED_READ("feed.read", MANAGER, INTEGRATION, AUDITOR, OPERATOR),
  LEDGER_READ("ledger.read", INTEGRATION, AUDITOR, OPERATOR),
  REGISTRY_READ("registry.read", ASSOCIATE, MANAGER, INTEGRATION, AUDITOR, OPERATOR),
  REGISTRY_WRITE("registry.write", INTEGRATION, OPERATOR),
  /** A channel and its rules; a channel's key reads its own only. */
  CHANNEL_READ("channel.read", ASSOCIATE, MANAGER, INTEGRATION, CHANNEL, AUDITOR, OPERATOR),
  /** Put channels and their rules. */
  CHANNEL_WRITE("channel.write", MANAGER, INTEGRATION, OPERATOR),
  /** Have drafts of rules played over days that have passed. */
  CHANNEL_PREVIEW("channel.preview", MANAGER, AUDITOR, OPERATOR),
  /** Say what another system would offer, where the channel only watches. */
  SHADOW_WRITE("shadow.write", MANAGER, INTEGRATION),
  SHADOW_READ("shadow.read", MANAGER, INTEGRATION, AUDITOR, OPERATOR),
  /** Take figures, or all, away from channels, which a system that watches may do too. */
  SWITCH_PULL("switch.pull", MANAGER, INTEGRATION, OPERATOR),
  /** Give them back, which takes a person. */
  SWITCH_RETURN("switch.return", MANAGER, OPERATOR),
  /** Say what pulls a switch by itself. */
  SWITCH_TRIGGER("switch.trigger", MANAGER, OPERATOR),
  /** Say that a source is alive. */
  HEARTBEAT("location.heartbeat", ASSOCIATE, MANAGER, INTEGRATION),
  /** Send many commands at once; each needs the scope of its own as well. */
  COMMAND_SEND("command.send", ASSOCIATE, MANAGER, INTEGRATION, CHANNEL, OPERATOR),
  /** The outcome of one's own commands. */
  COMMAND_READ("command.read", ASSOCIATE, MANAGER, INTEGRATION, CHANNEL, AUDITOR, OPERATOR),
  CREDENTIAL_READ("credential.read", AUDITOR, OPERATOR),
  CREDENTIAL_WRITE("credential.write", OPERATOR),
  WEBHOOK_READ("webhook.read", MANAGER, AUDITOR, OPERATOR),
  /** Have other systems told: what it says leaves the house, so a person answers for it. */
  WEBHOOK_WRITE("webhook.write", MANAGER, OPERATOR),
  PROJECTION_READ("projection.read", AUDITOR, OPERATOR),
  PROJECTION_REBUILD("projection.rebuild", OPERATOR),
  DESCRIPTION_READ("description.read", ASSOCIATE, MANAGER, INTEGRATION, CHANNEL, AUDITOR, OPERATOR);

  private final String word;

  @SuppressWarnings("ImmutableEnumChecker") // a Set.of, which nobody can change
  private final Set<Role> roles;

  Scope(String word, Role... roles) {
    this.word = word;
    this.roles = Set.of(roles);
  }

  public String word() {
    return word;
  }

  public Set<Role> roles() {
    return roles;
  }
}
