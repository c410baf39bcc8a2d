package io.stockledger.api.inbound;

import io.stockledger.api.Refusal;
import java.util.List;

/** Every reason for which something about expected supply is refused. Quantities are base units. */
public sealed interface InboundRefusal extends Refusal {
  record UnknownInbound(String inboundId) implements InboundRefusal {
    @Override
    public String type() {
      return "unknown-inbound";
    }
  }

  record UnknownInboundLine(String inboundId, String line) implements InboundRefusal {
    @Override
    public String type() {
      return "unknown-line";
    }
  }

  record DuplicateInbound(String inboundId) implements InboundRefusal {
    @Override
    public String type() {
      return "duplicate-id";
    }
  }

  /** The name of a new line is that of a line of another SKU. */
  record DuplicateLine(String inboundId, String line, String sku) implements InboundRefusal {
    @Override
    public String type() {
      return "duplicate-id";
    }
  }

  record InboundClosed(String inboundId, InboundState state) implements InboundRefusal {
    @Override
    public String type() {
      return "inbound-closed";
    }
  }

  /**
   * A line cannot be stated below what became of it already.
   *
   * @param requested in all
   * @param received units that were expected and came
   * @param missing units given up as short
   */
  record BelowReceived(
      String inboundId, String line, long requested, long received, long missing, long cancelled)
      implements InboundRefusal {
    @Override
    public String type() {
      return "below-received";
    }
  }

  /**
   * More came than is expected and nobody says why, or more is given up or cancelled than is
   * expected.
   *
   * @param requested received, given up or cancelled by this command
   * @param expected what was still expected before it
   */
  record ExceedsExpected(String inboundId, String line, long requested, long expected)
      implements InboundRefusal {
    @Override
    public String type() {
      return "exceeds-expected";
    }
  }

  /** With its new lines it would have more than it may. */
  record TooManyLines(String inboundId, int lines, int limit) implements InboundRefusal {
    @Override
    public String type() {
      return "too-many-lines";
    }
  }

  /** Every line that failed, each with its own reason; nothing was recorded. */
  record InboundLinesRefused(List<InboundLineRefused> lines) implements InboundRefusal {
    @Override
    public String type() {
      return "lines-refused";
    }
  }

  record InboundLineRefused(String line, Refusal refusal) {}
}
