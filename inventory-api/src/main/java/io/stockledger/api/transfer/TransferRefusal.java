package io.stockledger.api.transfer;

import io.stockledger.api.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every reason for which a transfer is refused. Quantities are base units. */
public sealed interface TransferRefusal extends Refusal {
  record UnknownTransfer(String transferId) implements TransferRefusal {
    @Override
    public String type() {
      return "unknown-transfer";
    }
  }

  record UnknownTransferLine(String transferId, String line) implements TransferRefusal {
    @Override
    public String type() {
      return "unknown-line";
    }
  }

  /** Nothing ever left under that name. */
  record UnknownPart(String transferId, String part) implements TransferRefusal {
    @Override
    public String type() {
      return "unknown-part";
    }
  }

  /**
   * @param part given where it is the id of a part that is used already
   */
  record DuplicateTransferId(String transferId, @Nullable String part) implements TransferRefusal {
    @Override
    public String type() {
      return "duplicate-id";
    }
  }

  record TransferClosed(String transferId, TransferState state) implements TransferRefusal {
    @Override
    public String type() {
      return "transfer-closed";
    }
  }

  /** Every line that failed, each with its own reason; nothing was set aside. */
  record TransferLinesRefused(List<TransferLineRefused> lines) implements TransferRefusal {
    @Override
    public String type() {
      return "lines-refused";
    }
  }

  record TransferLineRefused(String line, Refusal refusal) {}

  /**
   * More than is set aside for a line.
   *
   * @param line none, where everything was asked for and nothing is left of any
   * @param requested none in the same case
   */
  record ExceedsKept(
      String transferId, @Nullable String line, @Nullable Long requested, long setAside)
      implements TransferRefusal {
    @Override
    public String type() {
      return "exceeds-set-aside";
    }
  }

  /**
   * More arrived than is in transit, and nobody said why; or nothing ever left.
   *
   * @param line none, where everything was asked for and nothing is in transit
   * @param requested none in the same case
   * @param inTransit of the line, or of the line's share in the part that is received
   */
  record ExceedsInTransit(
      String transferId, @Nullable String line, @Nullable Long requested, long inTransit)
      implements TransferRefusal {
    @Override
    public String type() {
      return "exceeds-in-transit";
    }
  }

  /**
   * Nothing of the part is in transit any more.
   *
   * @param lines what became of it
   */
  record PartReceived(String transferId, String part, List<TransferPart.PartLine> lines)
      implements TransferRefusal {
    @Override
    public String type() {
      return "part-received";
    }
  }

  /** Units would be given up, and nobody said why. */
  record ReasonNeeded(String transferId, @Nullable String part, List<Difference> lines)
      implements TransferRefusal {
    @Override
    public String type() {
      return "reason-needed";
    }
  }

  /** What would be given up of a line. */
  record Difference(String line, long inTransit, long received, long missing) {}

  /**
   * @param found how often a line left, over all lines
   */
  record TooManyParts(String transferId, int found, int limit) implements TransferRefusal {
    @Override
    public String type() {
      return "too-many-parts";
    }
  }
}
