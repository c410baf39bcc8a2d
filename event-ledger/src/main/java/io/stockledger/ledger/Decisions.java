package io.stockledger.ledger;

import java.util.List;
import java.util.Map;

/** What becomes of a command: what its receipt says, else what is decided now. */
final class Decisions {

  private final AnswerEncoder encoder;
  private final CommandDecision single;
  private final List<BatchPart> parts;

  Decisions(AnswerEncoder encoder, CommandDecision single, List<BatchPart> parts) {
    this.encoder = encoder;
    this.single = single;
    this.parts = parts;
  }

  /**
   * Decides into the open batch.
   *
   * @param receipts by the keys of the batch's commands, as far as there are any
   */
  Outcome outcome(WaitingCommand command, OpenBatch batch, Map<ReceiptKey, Receipt> receipts) {
    ReceiptKey key = command.receiptKey();
    Receipt receipt = key == null ? null : receipts.get(key);
    if (receipt != null) {
      return single.replay(command, receipt);
    }
    return command.together().isEmpty()
        ? single.decide(command, batch)
        : new TogetherDecision(encoder, single, parts, command, batch, receipts).decide();
  }
}
