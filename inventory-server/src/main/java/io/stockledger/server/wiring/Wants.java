package io.stockledger.server.wiring;

import io.stockledger.api.channel.ChannelCommand;
import io.stockledger.api.channel.ChannelCommand.PutChannelRule;
import io.stockledger.api.channel.SwitchCommand;
import io.stockledger.api.channel.SwitchEvent;
import io.stockledger.api.credential.CredentialCommand;
import io.stockledger.api.device.DeviceCommand;
import io.stockledger.api.device.DeviceCommand.PassDeviceGap;
import io.stockledger.api.device.DeviceCommand.TakeDeviceLines;
import io.stockledger.api.device.DeviceLine;
import io.stockledger.api.inbound.InboundCommand;
import io.stockledger.api.inbound.InboundCommand.ExpectSupply;
import io.stockledger.api.location.LocationCommand;
import io.stockledger.api.location.RegisterLocation;
import io.stockledger.api.lowstock.PutLowStockRule;
import io.stockledger.api.product.ProductCommand;
import io.stockledger.api.product.RegisterProduct;
import io.stockledger.api.reservation.ReservationCommand;
import io.stockledger.api.reservation.ReservationCommand.RequestedLine;
import io.stockledger.api.reservation.ReservationCommand.ReserveStock;
import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.StockCommand;
import io.stockledger.api.stock.StockCommand.AdjustStock;
import io.stockledger.api.stock.StockCommand.ChangeCondition;
import io.stockledger.api.stock.StockCommand.CountStock;
import io.stockledger.api.stock.StockCommand.FlagDiscrepancy;
import io.stockledger.api.stock.StockCommand.PickStock;
import io.stockledger.api.stock.StockCommand.PutBackStock;
import io.stockledger.api.stock.StockCommand.ReceiveStock;
import io.stockledger.api.stock.StockCommand.ResolveDiscrepancy;
import io.stockledger.api.stock.StockCommand.ReturnStock;
import io.stockledger.api.stock.StockCommand.ReverseEntry;
import io.stockledger.api.stock.StockCommand.SetAsideStock;
import io.stockledger.api.stock.StockCommand.SetThreshold;
import io.stockledger.api.stock.StockCommand.StateTotal;
import io.stockledger.api.transfer.TransferCommand;
import io.stockledger.api.transfer.TransferCommand.RequestTransfer;
import io.stockledger.api.webhook.WebhookCommand;
import io.stockledger.ledger.Loading;
import io.stockledger.server.wiring.RecalledItems.RecallItems;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandMessage;

/**
 * What commands will ask the ledger for, as far as their payload tells: a batch then looks it all
 * up at once. Of a reservation or transfer that exists only its claim knows the items.
 */
final class Wants {
  private Wants() {}

  static Collection<String> claimIds(CommandMessage<?> command) {
    return switch (command.getPayload()) {
      case StockCommand c -> ClaimedDiscrepancies.claimIds(c);
      case ReservationCommand c -> ClaimedReservations.claimIds(c);
      case TransferCommand c -> List.of(ClaimedTransfers.claimId(c));
      case InboundCommand c -> ClaimedInbounds.claimIds(c);
      case ProductCommand c -> ClaimedAliases.claimIds(c);
      case LocationCommand c -> ClaimedAliases.claimIds(c);
      case TakeDeviceLines c ->
          c.lines().stream()
              .map(DeviceLine::reservationId)
              .filter(Objects::nonNull)
              .distinct()
              .map(ClaimedReservations::claimId)
              .toList();
      default -> List.of();
    };
  }

  static Collection<Loading> loadings(CommandMessage<?> command) {
    return switch (command.getPayload()) {
      case StockCommand c -> bringsIn(c) ? itemAndIds(c.item()).toList() : List.of(item(c.item()));
      case ReserveStock c -> promise(c);
      case PutChannelRule c -> rule(c);
      case ChannelCommand c -> List.of(Loading.of(ChannelCommand.stream(c.channel())));
      case SwitchCommand ignored -> List.of(Loading.of(SwitchEvent.STREAM));
      case RequestTransfer c -> ends(c);
      case ExpectSupply c ->
          c.lines().stream()
              .flatMap(line -> itemAndIds(new ItemId(c.location(), line.sku())))
              .toList();
      case TakeDeviceLines c -> delivery(c);
      case PassDeviceGap c -> List.of(Loading.of(DeviceCommand.stream(c.device())));
      case LocationCommand c -> List.of(Loading.of(RegisterLocation.stream(c.location())));
      case ProductCommand c -> List.of(Loading.of(RegisterProduct.stream(c.sku())));
      case PutLowStockRule c -> List.of(Loading.of(PutLowStockRule.stream(c.rule())));
      case RecallItems c -> c.streams().stream().map(Loading::of).toList();
      case WebhookCommand ignored -> List.of(Loading.of(WebhookCommand.STREAM));
      case CredentialCommand c -> List.of(Loading.of(CredentialCommand.stream(c.client())));
      default -> List.of();
    };
  }

  private static List<Loading> ends(RequestTransfer command) {
    return Stream.of(command.from(), command.to())
        .flatMap(
            location ->
                command.lines().stream()
                    .flatMap(line -> itemAndIds(new ItemId(location, line.sku()))))
        .toList();
  }

  private static List<Loading> delivery(TakeDeviceLines command) {
    return Stream.concat(
            Stream.of(Loading.of(DeviceCommand.stream(command.device()))),
            command.lines().stream().map(DeviceLine::item).distinct().flatMap(Wants::itemAndIds))
        .toList();
  }

  /** Whoever promises through a channel looks at its rules and at the switches. */
  private static List<Loading> promise(ReserveStock command) {
    Stream<Loading> items = command.lines().stream().flatMap(line -> candidates(line).stream());
    String channel = command.channel();
    return channel == null
        ? items.toList()
        : Stream.concat(
                Stream.of(
                    Loading.of(ChannelCommand.stream(channel)), Loading.of(SwitchEvent.STREAM)),
                items)
            .toList();
  }

  private static List<Loading> rule(PutChannelRule command) {
    String sku = command.scope().sku();
    String location = command.scope().location();
    return Stream.of(
            ChannelCommand.stream(command.channel()),
            sku == null ? null : RegisterProduct.stream(sku),
            location == null ? null : RegisterLocation.stream(location))
        .filter(Objects::nonNull)
        .map(Loading::of)
        .toList();
  }

  private static List<Loading> candidates(RequestedLine line) {
    return line.locations().stream()
        .flatMap(location -> itemAndIds(new ItemId(location, line.sku())))
        .toList();
  }

  /** Whether it may leave more units than were there: then nothing of it may be retired. */
  private static boolean bringsIn(StockCommand command) {
    return switch (command) {
      case ReceiveStock ignored -> true;
      case CountStock ignored -> true;
      case StateTotal ignored -> true;
      case ReturnStock ignored -> true;
      case ReverseEntry ignored -> true;
      case AdjustStock c -> c.quantity() > 0;
      case SetAsideStock ignored -> true;
      case FlagDiscrepancy ignored -> true;
      case ResolveDiscrepancy ignored -> true;
      case PickStock ignored -> false;
      case ChangeCondition ignored -> false;
      case PutBackStock ignored -> false;
      case SetThreshold ignored -> false;
    };
  }

  /** With its location and product, which are nearly always in memory. */
  private static Stream<Loading> itemAndIds(ItemId item) {
    return Stream.of(
        item(item),
        Loading.of(RegisterLocation.stream(item.location())),
        Loading.of(RegisterProduct.stream(item.sku())));
  }

  /** Only of an item that does not exist is asked whether its location and product do. */
  private static Loading item(ItemId item) {
    return new Loading(
        item.stream(),
        List.of(RegisterLocation.stream(item.location()), RegisterProduct.stream(item.sku())));
  }
}
