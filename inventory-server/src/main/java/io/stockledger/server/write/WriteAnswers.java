package io.stockledger.server.write;

import io.stockledger.api.EventCatalogue;
import io.stockledger.api.Outcome;
import io.stockledger.api.RegistryOutcome;
import io.stockledger.api.channel.ChannelOutcome;
import io.stockledger.api.channel.SwitchOutcome;
import io.stockledger.api.credential.CredentialOutcome;
import io.stockledger.api.device.DeviceOutcome;
import io.stockledger.api.inbound.InboundOutcome;
import io.stockledger.api.reservation.ReservationOutcome;
import io.stockledger.api.reservation.ReservationOutcome.ReservationAfter;
import io.stockledger.api.reservation.ReservationOutcome.Shown;
import io.stockledger.api.stock.DiscrepancyOutcome;
import io.stockledger.api.stock.StockOutcome;
import io.stockledger.api.stock.StockOutcome.ItemAfter;
import io.stockledger.api.transfer.TransferOutcome;
import io.stockledger.api.webhook.WebhookOutcome;
import io.stockledger.ledger.Answer;
import io.stockledger.ledger.AnswerEncoder;
import io.stockledger.ledger.CommandMetadata;
import io.stockledger.ledger.CommandsTogether;
import io.stockledger.ledger.CommandsTogether.Decided;
import io.stockledger.server.problem.Problem;
import io.stockledger.server.problem.ProblemType;
import io.stockledger.server.problem.RefusalProblems;
import io.stockledger.server.problem.View;
import io.stockledger.server.write.WriteAnswer.Reserved;
import io.stockledger.server.write.WriteAnswer.SellableFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes the answer to every decision, as bytes, so that what is remembered is what was sent. Runs
 * on the decider: it looks at what it is given and at nothing else.
 */
@Component
class WriteAnswers implements AnswerEncoder {
  /** Decisions that are remembered; an invalid request is not one. */
  private static final Set<Integer> REMEMBERED = Set.of(404, 409, 412);

  private static final int OK = 200;
  private static final int CREATED = 201;
  private static final int MULTI_STATUS = 207;

  private final JsonMapper json;

  WriteAnswers(JsonMapper json) {
    this.json = json;
  }

  @Override
  public Answer encode(
      CommandMessage<?> command,
      @Nullable Object result,
      List<? extends DomainEventMessage<?>> events,
      long firstPosition) {
    Recorded recorded =
        new Recorded(
            events,
            firstPosition,
            "true".equals(command.getMetaData().get(CommandMetadata.DRY_RUN)),
            new View((String) command.getMetaData().get(ActorMetadata.VIEW)));
    if (!(result instanceof Outcome outcome)) {
      throw new IllegalStateException(command.getCommandName() + " came to " + result);
    }
    return switch (outcome) {
      case Outcome.Refused refused -> refusal(refused, recorded);
      case DiscrepancyOutcome discrepancy -> discrepancy(discrepancy, recorded);
      case DeviceOutcome device ->
          answer(OK, DeviceAnswer.of(device, recorded.lastPosition(), recorded.dry()), null);
      case StockOutcome stock -> answer(OK, stock(stock, recorded), null);
      case ReservationOutcome reservation -> reservation(reservation, recorded);
      case TransferOutcome transfer -> transfer(transfer, recorded);
      case InboundOutcome inbound -> inbound(inbound, recorded);
      case RegistryOutcome registry -> registry(registry, recorded);
      case ChannelOutcome channel -> channel(channel, recorded);
      case SwitchOutcome switched -> switched(switched, recorded);
      case BatchTaken taken -> answer(MULTI_STATUS, taken, null);
      case ItemsRecalled recalled -> answer(OK, recalled, null);
      case CredentialOutcome credential -> credential(credential, recorded);
      case WebhookOutcome webhook -> webhook(webhook, recorded);
      default -> throw new IllegalStateException("no answer for " + outcome);
    };
  }

  @Override
  public Answer encodeTogether(CommandMessage<?> whole, List<Decided> decided) {
    boolean dryRun = "true".equals(whole.getMetaData().get(CommandMetadata.DRY_RUN));
    boolean again = decided.stream().allMatch(one -> one.answer().replayed());
    List<ElementAnswer> answers =
        decided.stream().map(one -> element(one, dryRun)).map(e -> again ? e.first() : e).toList();
    if (!answers.getFirst().refused()) {
      long position = answers.stream().mapToLong(ElementAnswer::position).max().orElse(0);
      return Answer.of(OK, ElementAnswers.document(answers, position), null, true);
    }
    Problem problem =
        Problem.of(
            ProblemType.COMMANDS_REFUSED,
            "%d of %d commands are refused; none took effect."
                .formatted(
                    answers.size(), ((CommandsTogether) whole.getPayload()).commands().size()));
    return Answer.of(
        problem.type().status(),
        ElementAnswers.within(
            json.writeValueAsBytes(problem.body()),
            "commands",
            answers.stream().map(ElementAnswer::withoutPosition).toList()),
        null,
        decided.stream().allMatch(one -> one.answer().remembered()));
  }

  private static ElementAnswer element(Decided one, boolean dryRun) {
    String key = (String) one.command().getMetaData().get(CommandMetadata.KEY);
    return ElementAnswer.of(one.index(), key, one.answer(), dryRun);
  }

  private Answer refusal(Outcome.Refused refused, Recorded recorded) {
    Problem problem = RefusalProblems.of(refused.refusal(), recorded.view());
    int status = problem.type().status();
    return Answer.of(
        status, json.writeValueAsBytes(problem.body()), null, REMEMBERED.contains(status));
  }

  private static Object stock(StockOutcome outcome, Recorded recorded) {
    ItemEntry entry = recorded.entry(outcome.item());
    return outcome.total() == null
        ? WriteAnswer.ofItem(entry, null, recorded.dry())
        : TotalAnswer.of(entry, outcome.total(), recorded.dry());
  }

  private Answer reservation(ReservationOutcome outcome, Recorded recorded) {
    List<ItemEntry> entries =
        outcome.items().stream().map(item -> recorded.entry(item, outcome.shown())).toList();
    List<Reserved> reserved = outcome.reservations().stream().map(WriteAnswers::reserved).toList();
    Reserved only = reserved.size() == 1 ? reserved.getFirst() : null;
    WriteAnswer body =
        outcome.single() && entries.size() == 1
            ? WriteAnswer.ofItem(entries.getFirst(), only, recorded.dry())
            : WriteAnswer.ofReservation(
                entries, only, only == null ? reserved : null, recorded.dry());
    return outcome.created() && only != null
        ? answer(CREATED, body, "/v1/reservations/" + only.reservationId())
        : answer(OK, body, null);
  }

  private Answer discrepancy(DiscrepancyOutcome outcome, Recorded recorded) {
    ItemEntry entry = recorded.entry(outcome.item());
    DiscrepancyAnswer body =
        new DiscrepancyAnswer(
            entry.item().location(),
            entry.item().sku(),
            entry.version(),
            entry.position(),
            entry.recordedAt(),
            entry.events(),
            outcome.discrepancyId(),
            outcome.state(),
            outcome.item().figures(),
            recorded.dry());
    return outcome.created()
        ? answer(CREATED, body, "/v1/discrepancies/" + outcome.discrepancyId())
        : answer(OK, body, null);
  }

  private static Reserved reserved(ReservationAfter after) {
    return new Reserved(after.reservationId(), after.state(), after.expiresAt(), after.lines());
  }

  private Answer transfer(TransferOutcome outcome, Recorded recorded) {
    TransferAnswer body =
        TransferAnswer.of(
            outcome.transfer(),
            outcome.items().stream().map(recorded::entry).toList(),
            recorded.dry());
    return outcome.created()
        ? answer(CREATED, body, "/v1/transfers/" + outcome.transfer().transferId())
        : answer(OK, body, null);
  }

  private Answer inbound(InboundOutcome outcome, Recorded recorded) {
    InboundAnswer body =
        InboundAnswer.of(
            outcome.inbound(),
            outcome.items().stream().map(recorded::entry).toList(),
            recorded.dry());
    return outcome.created()
        ? answer(CREATED, body, "/v1/inbound/" + outcome.inbound().inboundId())
        : answer(OK, body, null);
  }

  private Answer registry(RegistryOutcome outcome, Recorded recorded) {
    String kind = outcome.kind();
    RegistryAnswer body =
        new RegistryAnswer(
            kind.equals("location") ? outcome.id() : null,
            kind.equals("product") ? outcome.id() : null,
            kind.equals("low-stock-rule") ? outcome.id() : null,
            outcome.version(),
            recorded.lastPosition(),
            outcome.recordedAt(),
            recorded.dry());
    return outcome.created()
        ? answer(CREATED, body, "/v1/" + kind + "s/" + outcome.id())
        : answer(OK, body, null);
  }

  private Answer channel(ChannelOutcome outcome, Recorded recorded) {
    String rule = outcome.rule();
    ChannelAnswer body =
        new ChannelAnswer(
            outcome.channel(),
            rule,
            outcome.version(),
            recorded.lastPosition(),
            outcome.recordedAt(),
            recorded.dry());
    String address = "/v1/channels/" + outcome.channel();
    return outcome.created()
        ? answer(CREATED, body, rule == null ? address : address + "/rules/" + rule)
        : answer(OK, body, null);
  }

  private Answer switched(SwitchOutcome outcome, Recorded recorded) {
    SwitchAnswer body =
        new SwitchAnswer(
            outcome.switchId(),
            outcome.state(),
            outcome.trigger(),
            outcome.version(),
            recorded.lastPosition(),
            outcome.recordedAt(),
            recorded.dry());
    String address =
        outcome.trigger() == null
            ? "/v1/switches/" + outcome.switchId()
            : "/v1/switches/triggers/" + outcome.trigger();
    return outcome.created() ? answer(CREATED, body, address) : answer(OK, body, null);
  }

  private Answer credential(CredentialOutcome outcome, Recorded recorded) {
    CredentialAnswer body =
        new CredentialAnswer(
            outcome.credentialId(),
            outcome.client(),
            outcome.roles(),
            outcome.rights(),
            outcome.channel(),
            outcome.validUntil(),
            outcome.version(),
            recorded.lastPosition(),
            outcome.recordedAt(),
            null,
            recorded.dry());
    return outcome.created()
        ? answer(CREATED, body, "/v1/credentials/" + outcome.credentialId())
        : answer(OK, body, null);
  }

  private Answer webhook(WebhookOutcome outcome, Recorded recorded) {
    WebhookAnswer body =
        new WebhookAnswer(
            outcome.webhookId(),
            outcome.terms(),
            outcome.state(),
            outcome.secretNumber(),
            outcome.oldSecretUntil(),
            outcome.version(),
            recorded.lastPosition(),
            outcome.recordedAt(),
            null,
            recorded.dry());
    return outcome.created()
        ? answer(CREATED, body, "/v1/webhooks/" + outcome.webhookId())
        : answer(OK, body, null);
  }

  private Answer answer(int status, Object body, @Nullable String location) {
    return Answer.of(status, json.writeValueAsBytes(body), location, true);
  }

  /** What a command recorded, and who reads about it. */
  private record Recorded(
      List<? extends DomainEventMessage<?>> events, long first, boolean dryRun, View view) {

    @Nullable Boolean dry() {
      return dryRun ? Boolean.TRUE : null;
    }

    @Nullable Long lastPosition() {
      return dryRun ? null : first + events.size() - 1;
    }

    ItemEntry entry(ItemAfter after) {
      return entry(after, Shown.NOTHING);
    }

    /**
     * @param shown to whoever reads it through a channel's eyes
     */
    ItemEntry entry(ItemAfter after, Shown shown) {
      String stream = after.item().stream();
      List<String> names = new ArrayList<>();
      long position = first - 1;
      for (int i = 0; i < events.size(); i++) {
        if (events.get(i).getAggregateIdentifier().equals(stream)) {
          names.add(EventCatalogue.nameOf(events.get(i).getPayloadType()).value());
          position = first + i;
        }
      }
      return new ItemEntry(
          after.item(),
          after.version(),
          dryRun ? null : position,
          after.recordedAt(),
          names,
          view.channel() == null
              ? after.figures()
              : new SellableFigures(shown.sellable(after.item())));
    }
  }
}
