package io.stockledger.outgoing.webhook;

import io.stockledger.outgoing.change.LoggedChange;
import io.stockledger.outgoing.webhook.LedgerEntries.LedgerEntry;
import io.stockledger.outgoing.webhook.Message.Source;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes what happened as events of CloudEvents 1.0, in their JSON form. */
final class Messages {
  static final String CHANGE_TYPE = "channel.availability-changed";
  static final String PING_TYPE = "webhook.ping";
  static final String LOST_TYPE = "channel.changes-lost";

  /** There is one message of it at a time for an endpoint. */
  static final String LOST_LANE = "changes-lost";

  private final JsonMapper json;

  Messages(JsonMapper json) {
    this.json = json;
  }

  Message of(LedgerEntry entry) {
    ObjectNode data = json.createObjectNode();
    data.put("position", entry.position());
    data.put("stream", entry.stream());
    data.put("version", entry.version());
    put(data, "location", entry.location());
    put(data, "sku", entry.sku());
    data.put("occurredAt", entry.occurredAt().toString());
    data.put("recordedAt", entry.recordedAt().toString());
    data.set("event", json.readTree(entry.event()));
    if (entry.before() != null || entry.after() != null) {
      data.set("before", json.valueToTree(entry.before()));
      data.set("after", json.valueToTree(entry.after()));
    }
    String body =
        event(
            "entry-" + entry.position(),
            "/v1/ledger",
            entry.type(),
            entry.location() == null ? entry.stream() : entry.location() + "/" + entry.sku(),
            entry.recordedAt(),
            data);
    return new Message(
        Source.ENTRY, entry.position(), entry.stream(), entry.type(), body, entry.recordedAt());
  }

  Message of(LoggedChange change) {
    String channel = change.channel();
    String item = change.location() + "/" + change.sku();
    ObjectNode data = json.createObjectNode();
    data.put("change", change.id());
    data.put("channel", channel);
    data.put("location", change.location());
    data.put("sku", change.sku());
    data.put("version", change.version());
    data.put("position", change.position());
    data.put("channelVersion", change.channelVersion());
    data.put("cause", change.cause());
    data.set("before", json.valueToTree(change.before()));
    data.set("after", json.valueToTree(change.after()));
    String body =
        event(
            "change-" + change.id(),
            "/v1/channels/" + channel,
            CHANGE_TYPE,
            item,
            change.changedAt(),
            data);
    return new Message(
        Source.CHANGE,
        change.id(),
        "change:" + channel + ":" + item,
        CHANGE_TYPE,
        body,
        change.changedAt());
  }

  /**
   * Says that changes of the endpoint's channels may be missing for good.
   *
   * @param first the first that is not kept any more and was not told
   * @param last the last one
   */
  Message lost(Endpoint endpoint, long first, long last, Instant now) {
    String webhook = endpoint.webhook();
    ObjectNode data = json.createObjectNode();
    data.put("webhookId", webhook);
    ArrayNode channels = data.putArray("channels");
    endpoint.channels().stream().sorted().forEach(channels::add);
    data.put("firstChange", first);
    data.put("lastChange", last);
    data.put("advice", "read the availability of these channels again");
    String body = event("lost-" + last, "/v1/webhooks/" + webhook, LOST_TYPE, webhook, now, data);
    return new Message(Source.LOST, last, LOST_LANE, LOST_TYPE, body, now);
  }

  /** Says nothing but that it arrives. */
  String ping(String webhook, String id, Instant now) {
    ObjectNode data = json.createObjectNode();
    data.put("webhookId", webhook);
    return event(id, "/v1/webhooks/" + webhook, PING_TYPE, webhook, now, data);
  }

  private String event(
      String id, String source, String type, String subject, Instant time, ObjectNode data) {
    ObjectNode event = json.createObjectNode();
    event.put("specversion", "1.0");
    event.put("id", id);
    event.put("source", source);
    event.put("type", type);
    event.put("subject", subject);
    event.put("time", time.toString());
    event.put("datacontenttype", "application/json");
    event.set("data", data);
    return json.writeValueAsString(event);
  }

  private static void put(ObjectNode data, String field, @Nullable String value) {
    if (value != null) {
      data.put(field, value);
    }
  }
}
