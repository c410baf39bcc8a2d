package io.stockledger.server.bulk;

import io.stockledger.api.Identifiers;
import io.stockledger.api.alias.AliasKind;
import io.stockledger.api.stock.Figures;
import io.stockledger.api.stock.ItemId;
import io.stockledger.server.bulk.Element.Ended;
import io.stockledger.server.bulk.Element.Malformed;
import io.stockledger.server.bulk.Element.Ready;
import io.stockledger.server.http.Aliases;
import io.stockledger.server.http.Batch;
import io.stockledger.server.http.Binder;
import io.stockledger.server.http.Headers;
import io.stockledger.server.http.Recorded;
import io.stockledger.server.http.Write;
import io.stockledger.server.problem.Faults;
import io.stockledger.server.problem.Problem;
import io.stockledger.server.problem.ProblemException;
import io.stockledger.server.problem.ProblemType;
import io.stockledger.server.security.Caller;
import io.stockledger.server.write.CommandForm;
import io.stockledger.server.write.CommandForm.OnDiscrepancy;
import io.stockledger.server.write.CommandForm.OnInbound;
import io.stockledger.server.write.CommandForm.OnItem;
import io.stockledger.server.write.CommandForm.OnRegistry;
import io.stockledger.server.write.CommandForm.OnReservation;
import io.stockledger.server.write.CommandForm.OnSeveral;
import io.stockledger.server.write.CommandForm.OnTransfer;
import io.stockledger.server.write.DiscrepancyRequest;
import io.stockledger.server.write.Forms;
import io.stockledger.server.write.InboundRequest;
import io.stockledger.server.write.ItemRequest;
import io.stockledger.server.write.ReservationRequest;
import io.stockledger.server.write.SeveralRequest;
import io.stockledger.server.write.TransferRequest;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Turns elements into commands: takes off what the single request has in its address and headers,
 * and binds the rest to the body that the single request has, by the same rules.
 */
@Component
class ElementReader {
  private final Binder binder;
  private final Aliases aliases;
  private final Recorded recorded;

  ElementReader(Binder binder, Aliases aliases, Recorded recorded) {
    this.recorded = recorded;
    this.binder = binder;
    this.aliases = aliases;
  }

  List<Element> read(Batch batch) {
    return IntStream.range(0, batch.elements().size())
        .mapToObj(index -> read(batch, index))
        .toList();
  }

  private Element read(Batch batch, int index) {
    Batch.Element sent = batch.elements().get(index);
    Faults faults = new Faults(batch.at());
    if (sent.fault() != null) {
      faults.add("", sent.fault(), null);
    } else if (!(sent.json() instanceof ObjectNode)) {
      faults.add("", "must be an object", sent.json() == null ? null : Binder.given(sent.json()));
    }
    return faults.none()
        ? read((ObjectNode) Objects.requireNonNull(sent.json()), batch, index, faults)
        : new Malformed(index, batch.keyOf(index), faults);
  }

  private Element read(ObjectNode json, Batch batch, int index, Faults faults) {
    String key = key(json, batch, index, faults);
    CommandForm form = CommandForms.of(json, faults);
    if (form == null) {
      return new Malformed(index, key, faults);
    }
    if (!batch.caller().may(form.scope())) {
      return new Ended(index, key, Caller.forbidden(form.scope()).problem());
    }
    Write write =
        new Write(
            batch.caller(),
            key,
            batch.elements().get(index).hash(),
            version(json, form, faults),
            batch.dryRun(),
            batch.at());
    try {
      Object command = command(json, form, write, faults);
      if (!faults.none()) {
        return new Malformed(index, key, faults);
      }
      if (faults.missing() != null && !recorded.has(write)) {
        return new Ended(index, key, faults.missing());
      }
      return key == null && !batch.dryRun()
          ? new Ended(index, null, keyNeeded(index))
          : new Ready(index, key, Objects.requireNonNull(command), write);
    } catch (ProblemException e) {
      return new Ended(index, key, e.problem());
    }
  }

  private static Problem keyNeeded(int index) {
    return Problem.of(
        ProblemType.IDEMPOTENCY_KEY_REQUIRED,
        "Give command " + index + " a key, or the request an Idempotency-Key.");
  }

  /** None where there is a fault. */
  private @Nullable Object command(ObjectNode json, CommandForm form, Write write, Faults faults) {
    return switch (form) {
      case OnItem onItem -> {
        String location = id(json, "location", AliasKind.LOCATION, faults);
        String sku = id(json, "sku", AliasKind.PRODUCT, faults);
        ItemRequest body = body(json, onItem.request(), faults);
        yield body == null || location == null || sku == null
            ? null
            : body.command(new ItemId(location, sku), write);
      }
      case OnDiscrepancy onDiscrepancy -> {
        String location = id(json, "location", AliasKind.LOCATION, faults);
        String sku = id(json, "sku", AliasKind.PRODUCT, faults);
        String id = id(json, "discrepancyId", null, faults);
        DiscrepancyRequest body = body(json, onDiscrepancy.request(), faults);
        yield body == null || location == null || sku == null || id == null
            ? null
            : body.command(new ItemId(location, sku), id, write);
      }
      case OnReservation onReservation -> {
        String id = id(json, "reservationId", null, faults);
        ReservationRequest body = body(json, onReservation.request(), faults);
        yield body == null || id == null ? null : body.command(id, write);
      }
      case OnTransfer onTransfer -> {
        String id = id(json, "transferId", null, faults);
        TransferRequest body = body(json, onTransfer.request(), faults);
        yield body == null || id == null ? null : body.command(id, write);
      }
      case OnInbound onInbound -> {
        String id = id(json, "inboundId", null, faults);
        InboundRequest body = body(json, onInbound.request(), faults);
        yield body == null || id == null ? null : body.command(id, write);
      }
      case OnRegistry<?> onRegistry -> {
        String id = id(json, onRegistry.field(), onRegistry.alias(), faults);
        Object body = body(json, onRegistry.request(), faults);
        yield body == null || id == null ? null : onRegistry.command(body, id, write);
      }
      case OnSeveral onSeveral -> {
        SeveralRequest body = body(json, onSeveral.request(), faults);
        yield body == null ? null : body.command(write);
      }
    };
  }

  private <R> @Nullable R body(ObjectNode json, Class<R> type, Faults faults) {
    Object bound = binder.fromJson(json, type, faults);
    return faults.none() ? type.cast(bound) : null;
  }

  /**
   * @param alias what may be told by an alias; none for what has none
   */
  private @Nullable String id(
      ObjectNode json, String field, @Nullable AliasKind alias, Faults faults) {
    JsonNode given = json.remove(field);
    if (alias != null && given != null && given.isString()) {
      given = StringNode.valueOf(aliases.resolved(alias, given.stringValue(), field, faults));
    }
    if (given == null || given.isNull()) {
      faults.add(field, "is needed", null);
    } else if (!given.isString()) {
      faults.add(field, "must be a text", Binder.given(given));
    } else if (!Identifiers.isValid(given.stringValue())) {
      faults.add(field, Forms.ID, Binder.given(given));
    } else {
      return given.stringValue();
    }
    return null;
  }

  private static @Nullable String key(ObjectNode json, Batch batch, int index, Faults faults) {
    JsonNode given = json.remove("key");
    if (given == null || given.isNull()) {
      return batch.keyOf(index);
    }
    if (!given.isString() || !Headers.isKey(given.stringValue())) {
      faults.add("key", "must be 1 to 255 of A–Z a–z 0–9 . _ ~ : -", Binder.given(given));
      return null;
    }
    if (given.stringValue().equals(batch.key())) {
      faults.add("key", "is that of the whole request", given.stringValue());
    }
    return given.stringValue();
  }

  private static @Nullable Long version(ObjectNode json, CommandForm form, Faults faults) {
    JsonNode given = json.remove("ifVersion");
    if (given == null || given.isNull()) {
      return null;
    }
    if (!(form instanceof OnItem
        || form instanceof OnDiscrepancy
        || form instanceof OnRegistry<?>)) {
      faults.add(
          "ifVersion",
          "is not taken by a command that may be about several items",
          Binder.given(given));
      return null;
    }
    if (!given.isIntegralNumber()
        || !given.canConvertToLong()
        || given.longValue() < 0
        || given.longValue() > Figures.MAX) {
      faults.add("ifVersion", "must be a version, such as 7", Binder.given(given));
      return null;
    }
    return given.longValue();
  }
}
