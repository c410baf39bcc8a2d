package io.stockledger.server.wiring;

import io.stockledger.api.EventCatalogue;
import io.stockledger.command.channel.Channel;
import io.stockledger.command.channel.SwitchBoard;
import io.stockledger.command.credential.Client;
import io.stockledger.command.device.Device;
import io.stockledger.command.location.Location;
import io.stockledger.command.lowstock.LowStockRule;
import io.stockledger.command.product.Product;
import io.stockledger.command.stock.StockItem;
import io.stockledger.command.webhook.Webhooks;
import io.stockledger.ledger.json.EventName;
import io.stockledger.ledger.json.EventNames;
import java.util.HashMap;
import java.util.Map;

/** The names under which events and snapshots are stored: never those of classes. */
public final class StoredNames {
  private StoredNames() {}

  public static EventNames all() {
    Map<Class<?>, EventName> names = new HashMap<>();
    EventCatalogue.all()
        .forEach(
            type -> {
              var annotated = EventCatalogue.nameOf(type);
              names.put(type, new EventName(annotated.value(), annotated.revision()));
            });
    names.put(StockItem.class, new EventName("snapshot.stock-item", 3));
    names.put(Device.class, new EventName("snapshot.device", 1));
    names.put(LowStockRule.class, new EventName("snapshot.low-stock-rule", 1));
    names.put(Channel.class, new EventName("snapshot.channel", 1));
    names.put(SwitchBoard.class, new EventName("snapshot.switch-board", 2));
    names.put(Location.class, new EventName("snapshot.location", 3));
    names.put(Product.class, new EventName("snapshot.product", 2));
    names.put(Client.class, new EventName("snapshot.client", 1));
    names.put(Webhooks.class, new EventName("snapshot.webhooks", 1));
    return EventNames.of(names);
  }
}
