package io.stockledger.server.problem;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Every type of problem that the face answers with. A type never changes its meaning. */
public enum ProblemType {
  INVALID_REQUEST(400, "The request is not valid"),
  OCCURRED_IN_FUTURE(400, "It lies in the future"),
  WRONG_CHECK_DIGIT(400, "The number does not check"),
  TO_ITSELF(400, "A transfer goes from one location to another"),
  IDEMPOTENCY_KEY_REQUIRED(400, "A write needs an Idempotency-Key"),
  UNAUTHENTICATED(401, "A valid API key is needed"),
  FORBIDDEN(403, "This API key may not do that"),
  UNKNOWN_LOCATION(404, "The location is not registered"),
  UNKNOWN_SKU(404, "The SKU is not registered"),
  UNKNOWN_ALIAS(404, "No location or product is called so"),
  UNKNOWN_SOURCE(404, "The location names no such source"),
  UNKNOWN_ITEM(404, "Nothing ever happened to this SKU at this location"),
  UNKNOWN_ENTRY(404, "The item has no entry of that version"),
  UNKNOWN_RESERVATION(404, "There is no such reservation"),
  UNKNOWN_TRANSFER(404, "There is no such transfer"),
  UNKNOWN_PART(404, "Nothing of the transfer left under that name"),
  UNKNOWN_LINE(404, "There is no such line"),
  UNKNOWN_INBOUND(404, "There is no such inbound"),
  UNKNOWN_VENDOR(404, "Nothing was ever expected of this vendor"),
  UNKNOWN_DISCREPANCY(404, "There is no such discrepancy"),
  UNKNOWN_DEVICE(404, "The device never delivered anything"),
  UNKNOWN_CHANNEL(404, "There is no such channel"),
  UNKNOWN_CREDENTIAL(404, "There is no such credential"),
  UNKNOWN_WEBHOOK(404, "There is no such webhook"),
  UNKNOWN_DELIVERY(404, "Nothing of the webhook waits or is parked under that id"),
  UNKNOWN_FEED(404, "There is no such feed"),
  UNKNOWN_COMMAND(404, "No outcome is recorded under this key"),
  UNKNOWN_SWITCH(404, "There is no such switch"),
  UNKNOWN_TRIGGER(404, "There is no such trigger"),
  UNKNOWN_RULE(404, "There is no such rule"),
  UNKNOWN_PREVIEW(404, "There is no such preview"),
  UNKNOWN_REBUILD(404, "There was no such rebuild"),
  UNKNOWN_RESOURCE(404, "There is nothing at this address"),
  METHOD_NOT_ALLOWED(405, "This address does not take this method"),
  NOT_ACCEPTABLE(406, "No acceptable form of the answer"),
  INSUFFICIENT_STOCK(409, "Not enough is available"),
  NOT_SELLABLE(409, "The channel may not offer that many"),
  EXCEEDS_RESERVED(409, "More than is open in the reservation"),
  EXCEEDS_ON_HAND(409, "More than is on hand"),
  EXCEEDS_SET_ASIDE(409, "More than is set aside"),
  EXCEEDS_IN_TRANSIT(409, "More than is in transit"),
  PART_RECEIVED(409, "The part was received already"),
  REASON_NEEDED(409, "What differs needs a reason"),
  TRANSFER_CLOSED(409, "The transfer is closed"),
  TOO_MANY_PARTS(409, "More parts than one transfer may have"),
  EXCEEDS_EXPECTED(409, "More than is expected"),
  BELOW_RECEIVED(409, "Less than came of the line already"),
  INBOUND_CLOSED(409, "Nothing more is expected of the inbound"),
  TOO_MANY_LINES(409, "More lines than it may have"),
  FIGURE_TOO_LARGE(409, "A figure would become too large"),
  RESERVATION_CLOSED(409, "The reservation is closed"),
  RESERVATION_EXPIRED(409, "The reservation has expired"),
  NOT_PENDING(409, "Only a pending reservation takes this"),
  DUPLICATE_ID(409, "The id is used already"),
  FIGURE_MISMATCH(409, "The book says another figure"),
  DISCREPANCY_CLOSED(409, "The discrepancy is closed"),
  APPROVAL_NEEDED(409, "Only a manager settles this"),
  SEQUENCE_REUSED(409, "The sequence came before with other content"),
  NOT_REVERSIBLE(409, "Entries of this type are not reversed"),
  ALREADY_REVERSED(409, "The entry was reversed already"),
  COUNTED_SINCE(409, "A count or total has settled this since"),
  TOO_LATE(409, "It lies before the late window"),
  TOO_MANY_SOURCES(409, "More sources than an item remembers"),
  LINES_REFUSED(409, "Lines of the request are refused"),
  COMMANDS_REFUSED(409, "Commands of the request are refused"),
  TOO_MANY_RESERVATIONS(409, "More reservations than one request may close"),
  WEBHOOK_ADDRESS_REFUSED(409, "Nothing is sent to this address"),
  TOO_MANY_WEBHOOKS(409, "There are as many webhooks as there may be"),
  CHANNEL_NOT_PUT(409, "The channel was not put"),
  TOO_MANY_RULES(409, "More rules than a channel may have"),
  TOO_MANY_SWITCHES(409, "More switches than may be pulled at a time"),
  TOO_MANY_TRIGGERS(409, "More triggers than there may be"),
  SWITCH_RETURNED(409, "The switch was returned already"),
  CREDENTIAL_ENDED(409, "The credential has ended"),
  RETIRED(409, "It is retired"),
  IN_USE(409, "Stock or promises are there"),
  SUM_POOL(409, "The location only shows the stock of others"),
  GROUP_CYCLE(409, "A location would belong to itself"),
  ALIAS_TAKEN(409, "Another one has that alias"),
  REBUILD_RUNNING(409, "The read model is being made anew already"),
  PREVIEW_RUNNING(409, "Another preview is being played"),
  NOT_A_SHADOW(409, "The channel does not only watch"),
  KEY_IN_FLIGHT(409, "The command under this key is still running"),
  CHANGES_GONE(410, "What changed since is not kept any more"),
  VERSION_MISMATCH(412, "It has another version by now"),
  TOO_LARGE(413, "The request is too large"),
  UNSUPPORTED_MEDIA_TYPE(415, "The body must be application/json"),
  IDEMPOTENCY_KEY_REUSED(422, "The key belongs to another request"),
  INTERNAL_ERROR(500, "The server made a mistake"),
  OVERLOADED(503, "Too much waits already"),
  PROJECTION_BEHIND(503, "The read model has not got there yet"),
  STORE_UNAVAILABLE(503, "The store cannot be reached");

  private static final String PREFIX = "/problems/";

  private final int status;
  private final String title;

  ProblemType(int status, String title) {
    this.status = status;
    this.title = title;
  }

  /** The last segment of the type's URI, such as {@code insufficient-stock}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public String uri() {
    return PREFIX + word();
  }

  public int status() {
    return status;
  }

  public String title() {
    return title;
  }

  public static Optional<ProblemType> ofWord(String word) {
    return Arrays.stream(values()).filter(t -> t.word().equals(word)).findFirst();
  }
}
