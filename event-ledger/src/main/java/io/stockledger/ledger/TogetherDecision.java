package io.stockledger.ledger;

import io.stockledger.ledger.CommandsTogether.Decided;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides commands that take effect together or not at all. Each is decided into the open batch as
 * if it were alone, so that the next one sees it; a mark set before the first one is what all goes
 * back to when one of them does not take effect.
 */
final class TogetherDecision {

  private final AnswerEncoder encoder;
  private final CommandDecision single;
  private final List<BatchPart> parts;
  private final WaitingCommand whole;
  private final OpenBatch batch;
  private final Map<ReceiptKey, Receipt> receipts;
  private final Map<ReceiptKey, Receipt> ownReceipts = new HashMap<>();
  private final List<Decided> decided = new ArrayList<>();
  private final List<CommandUnitOfWork> unitsOfWork = new ArrayList<>();
  private final long headBefore;

  TogetherDecision(
      AnswerEncoder encoder,
      CommandDecision single,
      List<BatchPart> parts,
      WaitingCommand whole,
      OpenBatch batch,
      Map<ReceiptKey, Receipt> receipts) {
    this.encoder = encoder;
    this.single = single;
    this.parts = parts;
    this.whole = whole;
    this.batch = batch;
    this.receipts = receipts;
    this.headBefore = batch.head();
  }

  Outcome decide() {
    parts.forEach(BatchPart::mark);
    batch.mark();
    try {
      Throwable failure = decideEach();
      if (failure != null) {
        takeBack(failure);
        return Outcome.failed(whole, failure);
      }
      List<Decided> refused = decided.stream().filter(d -> d.answer().isRefusal()).toList();
      if (!refused.isEmpty()) {
        return takenBack(encode(refused), refused);
      }
      return whole.isTrial() ? takenBack(encode(decided), List.of()) : kept(encode(decided));
    } catch (RuntimeException e) {
      takeBack(e);
      return Outcome.failed(whole, e);
    } catch (Error e) {
      takeBack(e);
      throw e;
    }
  }

  /** Stops at the first that comes to no answer, and says why it did not. */
  private @Nullable Throwable decideEach() {
    Throwable failure = findRefusedBefore();
    if (failure != null || !decided.isEmpty()) {
      return failure;
    }
    for (int i = 0; i < whole.together().size(); i++) {
      WaitingCommand command = whole.together().get(i);
      Receipt receipt = receiptOf(command);
      Outcome outcome = receipt == null ? decideNow(command) : single.replay(command, receipt);
      if (outcome.result().isExceptional()) {
        return outcome.result().exceptionResult();
      }
      add(i, (Answer) outcome.result().getPayload());
    }
    return null;
  }

  /**
   * Those that were refused under their keys before refuse the whole: nothing else is decided then,
   * so that a repeat is told what was told the first time.
   */
  private @Nullable Throwable findRefusedBefore() {
    for (int i = 0; i < whole.together().size(); i++) {
      WaitingCommand command = whole.together().get(i);
      Receipt receipt = receiptOf(command);
      if (receipt != null && receipt.replayed().isRefusal()) {
        Outcome outcome = single.replay(command, receipt);
        if (outcome.result().isExceptional()) {
          return outcome.result().exceptionResult();
        }
        add(i, (Answer) outcome.result().getPayload());
      }
    }
    return null;
  }

  private void add(int index, Answer answer) {
    decided.add(
        new Decided(
            index,
            whole.together().get(index).message(),
            whole.isTrial() ? answer.at(headBefore) : answer));
  }

  private @Nullable Receipt receiptOf(WaitingCommand command) {
    ReceiptKey key = command.receiptKey();
    if (key == null) {
      return null;
    }
    Receipt own = ownReceipts.get(key);
    return own == null ? receipts.get(key) : own;
  }

  private Outcome decideNow(WaitingCommand command) {
    int remembered = batch.receipts().size();
    Outcome outcome = single.decideAmong(command, batch);
    unitsOfWork.addAll(outcome.unitsOfWork());
    if (batch.receipts().size() > remembered && command.receiptKey() != null) {
      ownReceipts.put(command.receiptKey(), batch.receipts().getLast());
    }
    return outcome;
  }

  private Answer encode(List<Decided> told) {
    return encoder.encodeTogether(whole.message(), told);
  }

  /** Where every command was answered before, so was the whole. */
  private Answer placed(Answer answer) {
    return decided.stream().allMatch(one -> one.answer().replayed())
        ? answer
            .at(decided.stream().mapToLong(one -> one.answer().position()).max().orElse(headBefore))
            .again()
        : answer.at(batch.head());
  }

  private Outcome kept(Answer answer) {
    parts.forEach(BatchPart::keep);
    batch.keep();
    Answer given = placed(answer);
    single.remember(whole, batch, given);
    return Outcome.decided(whole, given, unitsOfWork);
  }

  private Outcome takenBack(Answer answer, List<Decided> refused) {
    takeBack(new TakenBackException());
    Answer given = placed(answer);
    if (whole.receiptKey() != null) {
      single.remember(whole, batch, given);
    } else {
      rememberEach(refused);
    }
    return Outcome.told(whole, given);
  }

  private void rememberEach(List<Decided> refused) {
    for (Decided one : refused) {
      if (!one.answer().replayed()) {
        single.remember(whole.together().get(one.index()), batch, one.answer().at(batch.head()));
      }
    }
  }

  private void takeBack(Throwable cause) {
    parts.forEach(BatchPart::takeBack);
    batch.takeBack();
    unitsOfWork.reversed().forEach(unitOfWork -> unitOfWork.undo(cause));
    unitsOfWork.clear();
  }
}
