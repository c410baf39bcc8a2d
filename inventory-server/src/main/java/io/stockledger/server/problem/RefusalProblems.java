package io.stockledger.server.problem;

import io.stockledger.api.Refusal;
import io.stockledger.api.RegistryRefusal;
import io.stockledger.api.RegistryRefusal.AliasTaken;
import io.stockledger.api.RegistryRefusal.GroupCycle;
import io.stockledger.api.RegistryRefusal.InUse;
import io.stockledger.api.RegistryRefusal.ItemInUse;
import io.stockledger.api.RegistryRefusal.StaleRegistryVersion;
import io.stockledger.api.RegistryRefusal.UnknownAlias;
import io.stockledger.api.channel.ChannelRefusal;
import io.stockledger.api.credential.CredentialRefusal;
import io.stockledger.api.credential.CredentialRefusal.CredentialEnded;
import io.stockledger.api.credential.CredentialRefusal.DuplicateCredential;
import io.stockledger.api.credential.CredentialRefusal.UnknownCredential;
import io.stockledger.api.device.DeviceRefusal;
import io.stockledger.api.device.DeviceRefusal.SequenceReused;
import io.stockledger.api.inbound.InboundRefusal;
import io.stockledger.api.reservation.ReservationRefusal;
import io.stockledger.api.reservation.ReservationRefusal.DuplicateId;
import io.stockledger.api.reservation.ReservationRefusal.ExceedsReserved;
import io.stockledger.api.reservation.ReservationRefusal.ExpiryPast;
import io.stockledger.api.reservation.ReservationRefusal.LineAvailability;
import io.stockledger.api.reservation.ReservationRefusal.LinesNeeded;
import io.stockledger.api.reservation.ReservationRefusal.LinesRefused;
import io.stockledger.api.reservation.ReservationRefusal.NotPending;
import io.stockledger.api.reservation.ReservationRefusal.NotSellable;
import io.stockledger.api.reservation.ReservationRefusal.NothingToRelease;
import io.stockledger.api.reservation.ReservationRefusal.ReservationClosed;
import io.stockledger.api.reservation.ReservationRefusal.ReservationExpired;
import io.stockledger.api.reservation.ReservationRefusal.TooManyReservations;
import io.stockledger.api.reservation.ReservationRefusal.UnknownChannel;
import io.stockledger.api.reservation.ReservationRefusal.UnknownLine;
import io.stockledger.api.reservation.ReservationRefusal.UnknownReservation;
import io.stockledger.api.stock.DiscrepancyRefusal;
import io.stockledger.api.stock.StockRefusal;
import io.stockledger.api.transfer.TransferRefusal;
import io.stockledger.api.webhook.WebhookRefusal;
import io.stockledger.api.webhook.WebhookRefusal.DuplicateWebhook;
import io.stockledger.api.webhook.WebhookRefusal.StaleWebhookVersion;
import io.stockledger.api.webhook.WebhookRefusal.TooManyWebhooks;
import io.stockledger.api.webhook.WebhookRefusal.UnknownWebhook;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The one place where a refusal of the ledger becomes a problem of the face. */
public final class RefusalProblems {
  private final View view;

  private RefusalProblems(View view) {
    this.view = view;
  }

  /** What the reader of {@code view} may know about a refusal. */
  public static Problem of(Refusal refusal, View view) {
    return new RefusalProblems(view).problem(refusal);
  }

  private Problem problem(Refusal refusal) {
    if (refusal instanceof StockRefusal.InsufficientStock r && view.channel() != null) {
      String why = r.available() > 0 ? "beyond-sellable" : "out-of-stock";
      return notSellable(
          new NotSellable(r.item(), view.channel(), r.requested(), r.available(), why));
    }
    return switch (refusal) {
      case StockRefusal r -> StockRefusalProblems.of(r);
      case ReservationRefusal r -> reservation(r);
      case TransferRefusal r ->
          TransferRefusalProblems.of(r, failed -> line(failed.line(), failed.refusal()));
      case InboundRefusal r -> InboundRefusalProblems.of(r, this::line);
      case DeviceRefusal r -> device(r);
      case DiscrepancyRefusal r -> DiscrepancyRefusalProblems.of(r);
      case RegistryRefusal r -> registry(r);
      case CredentialRefusal r -> credential(r);
      case WebhookRefusal r -> webhook(r);
      case ChannelRefusal r -> ChannelRefusalProblems.of(r);
      default -> throw new IllegalStateException("no problem for " + refusal);
    };
  }

  private Problem reservation(ReservationRefusal refusal) {
    return switch (refusal) {
      case UnknownReservation r ->
          no(r, "There is no reservation " + r.reservationId() + ".")
              .with("reservationId", r.reservationId());
      case NothingToRelease r ->
          no(r, "No open reservation for " + r.searched() + ".").with("searched", r.searched());
      case UnknownLine r ->
          no(r, "Reservation " + r.reservationId() + " has no such line: " + r.line() + ".")
              .with("reservationId", r.reservationId())
              .with("line", r.line());
      case UnknownChannel r ->
          no(r, "There is no channel " + r.channel() + ".").with("channel", r.channel());
      case DuplicateId r ->
          no(r, "The id " + r.reservationId() + " was used before.")
              .with("reservationId", r.reservationId());
      case ReservationClosed r -> closed(r, r.reservationId(), r.state().word());
      case NotPending r -> closed(r, r.reservationId(), r.state().word());
      case ReservationExpired r -> expired(r);
      case ExceedsReserved r ->
          no(r, r.requested() + " asked for, " + r.open() + " open.")
              .with("reservationId", r.reservationId())
              .with("line", r.line())
              .with("requested", r.requested())
              .with("open", r.open());
      case NotSellable r -> notSellable(r);
      case LinesRefused r ->
          no(r, r.lines().size() + " lines failed; nothing was promised.")
              .with("lines", r.lines().stream().map(l -> line(l.line(), l.refusal())).toList());
      case ExpiryPast r -> Faults.one("expiresAt", "is already past", r.expiresAt()).problem();
      case TooManyReservations r ->
          no(r, r.found() + " are open; one request closes at most " + r.limit() + ".")
              .with("found", r.found())
              .with("limit", r.limit());
      case LinesNeeded r ->
          Faults.one(
                  "lines",
                  "are needed: %d items of the reservation are open".formatted(r.items()),
                  null)
              .problem();
    };
  }

  private static Problem closed(Refusal r, String reservationId, String state) {
    return no(r, "Reservation " + reservationId + " is " + state + ".")
        .with("reservationId", reservationId)
        .with("state", state);
  }

  /** Through a channel's eyes what it may sell, so far as it shows that. */
  private Problem expired(ReservationExpired r) {
    boolean full = view.channel() == null;
    return no(r, "Reservation " + r.reservationId() + " expired at " + r.expiredAt() + ".")
        .with("reservationId", r.reservationId())
        .with("expiredAt", r.expiredAt())
        .with(full ? "available" : "sellable", full ? r.available() : r.sellable())
        .with("lines", r.lines().isEmpty() ? null : r.lines().stream().map(this::line).toList());
  }

  private Map<String, @Nullable Object> line(LineAvailability line) {
    Map<String, @Nullable Object> told = new LinkedHashMap<>();
    told.put("line", line.line());
    told.put("location", line.location());
    told.put("sku", line.sku());
    if (view.channel() == null) {
      told.put("available", line.available());
    } else if (line.sellable() != null) {
      told.put("sellable", line.sellable());
    }
    return told;
  }

  private static Problem notSellable(NotSellable r) {
    String offer =
        r.sellable() == null
            ? "channel %s does not offer that many of %s.".formatted(r.channel(), r.item())
            : "channel %s may offer %d of %s.".formatted(r.channel(), r.sellable(), r.item());
    return no(r, r.requested() + " asked for, " + offer)
        .with("location", r.item().location())
        .with("sku", r.item().sku())
        .with("channel", r.channel())
        .with("requested", r.requested())
        .with("sellable", r.sellable())
        .with("why", r.why());
  }

  /** A line that failed, as a small problem of its own. */
  private Map<String, @Nullable Object> line(String line, Refusal refusal) {
    Map<String, @Nullable Object> told = new LinkedHashMap<>();
    told.put("line", line);
    told.putAll(problem(refusal).body());
    return told;
  }

  private static Problem registry(RegistryRefusal refusal) {
    return switch (refusal) {
      case StaleRegistryVersion r ->
          no(r, "Version " + r.expected() + " was expected, it is " + r.actual() + ".")
              .with("expected", r.expected())
              .with("actual", r.actual());
      case InUse r ->
          no(r, "Stock or promises are at " + r.items().getFirst().item() + ".")
              .with(r.kind().equals("product") ? "sku" : "location", r.id())
              .with("items", r.items().stream().map(RefusalProblems::item).toList());
      case GroupCycle r ->
          no(r, "It would belong to itself: " + String.join(" in ", r.cycle()) + ".")
              .with("location", r.location())
              .with("cycle", r.cycle());
      case UnknownAlias r -> unknownAlias(r);
      case AliasTaken r ->
          no(r, r.alias() + " is " + r.kind() + " " + r.holder() + " already.")
              .with("source", r.alias().source())
              .with("id", r.alias().id())
              .with(r.kind().equals("product") ? "sku" : "location", r.holder());
    };
  }

  /** No {@code kind} is called so by its source. */
  public static Problem unknownAlias(UnknownAlias r) {
    return no(r, "There is no " + r.kind() + " " + r.alias() + ".")
        .with("kind", r.kind())
        .with("source", r.alias().source())
        .with("id", r.alias().id());
  }

  private static Map<String, Object> item(ItemInUse used) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("location", used.item().location());
    told.put("sku", used.item().sku());
    told.put("figures", used.figures());
    return told;
  }

  private static Problem credential(CredentialRefusal refusal) {
    return switch (refusal) {
      case UnknownCredential r ->
          no(r, "There is no credential " + r.credentialId() + ".")
              .with("credentialId", r.credentialId());
      case CredentialEnded r ->
          no(r, "Credential " + r.credentialId() + " was revoked or replaced already.")
              .with("credentialId", r.credentialId());
      case DuplicateCredential r ->
          no(r, "The id " + r.credentialId() + " was used before.")
              .with("credentialId", r.credentialId());
    };
  }

  private static Problem webhook(WebhookRefusal refusal) {
    return switch (refusal) {
      case UnknownWebhook r ->
          no(r, "There is no webhook " + r.webhookId() + ".").with("webhookId", r.webhookId());
      case TooManyWebhooks r ->
          no(r, "There are " + r.limit() + ", and may not be more.").with("limit", r.limit());
      case DuplicateWebhook r ->
          no(r, "The id " + r.webhookId() + " is used.").with("webhookId", r.webhookId());
      case StaleWebhookVersion r ->
          no(r, "It has version " + r.actual() + " by now.")
              .with("webhookId", r.webhookId())
              .with("expected", r.expected())
              .with("actual", r.actual());
    };
  }

  private static Problem device(DeviceRefusal refusal) {
    return switch (refusal) {
      case SequenceReused r ->
          no(r, "Sequence " + r.sequence() + " came before with other content.")
              .with("device", r.device())
              .with("sequence", r.sequence())
              .with("nextSequence", r.nextSequence());
    };
  }

  static Problem no(Refusal refusal, String detail) {
    ProblemType type =
        ProblemType.ofWord(refusal.type())
            .orElseThrow(() -> new IllegalStateException("no problem type " + refusal.type()));
    return Problem.of(type, detail);
  }
}
