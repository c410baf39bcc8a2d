package io.stockledger.api.inbound;

import io.stockledger.api.Circumstances;
import io.stockledger.api.stock.Condition;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What may be asked of expected supply. A purchase order or shipping notice of many lines is
 * decided on all its items together, and recorded on all of them or on none. Days are those of the
 * location's time zone.
 */
public sealed interface InboundCommand {
  String inboundId();

  Circumstances circumstances();

  /**
   * Units are announced.
   *
   * @param inboundId given by the sender, or made by the server; unique in the whole ledger
   * @param location where they will come
   * @param lines 1 to 1,000, their names differ
   */
  record ExpectSupply(
      String inboundId,
      InboundKind kind,
      String vendor,
      String location,
      List<ExpectedLine> lines,
      Circumstances circumstances)
      implements InboundCommand {}

  /** Lines are stated anew, or added; lines that are not named stay as they are. */
  record ReviseSupply(String inboundId, List<RevisedLine> lines, Circumstances circumstances)
      implements InboundCommand {}

  /** Units came, all or a part of them. */
  record ReceiveSupply(String inboundId, List<ReceivedLine> lines, Circumstances circumstances)
      implements InboundCommand {}

  /**
   * Units that are still expected will not come, and were not wanted.
   *
   * @param lines all that is expected when it names none
   */
  record CancelSupply(
      String inboundId,
      List<CancelledLine> lines,
      @Nullable InboundReason reason,
      Circumstances circumstances)
      implements InboundCommand {}

  /**
   * @param line its name within the inbound
   * @param quantity from 1
   * @param expectedFrom the first day of a window, not behind {@code expectedBy}
   * @param cohort what groups lines of several inbounds, such as a season
   */
  record ExpectedLine(
      String line,
      String sku,
      long quantity,
      @Nullable LocalDate expectedFrom,
      LocalDate expectedBy,
      @Nullable String cohort) {}

  /**
   * What is absent stays as it is. A day without a window takes the place of a window.
   *
   * @param sku given for a new line, which has a quantity and a day as well
   * @param quantity in all: what was received, given up or cancelled before included
   * @param expectedFrom only together with {@code expectedBy}
   */
  record RevisedLine(
      String line,
      @Nullable String sku,
      @Nullable Long quantity,
      @Nullable LocalDate expectedFrom,
      @Nullable LocalDate expectedBy,
      @Nullable String cohort) {}

  /**
   * Something came, or something is given up.
   *
   * @param received by condition, from 0
   * @param missing units that were expected and are not waited for any more
   * @param reason needed where something is missing, or more came than was expected
   */
  record ReceivedLine(
      String line, Map<Condition, Long> received, long missing, @Nullable InboundReason reason) {
    /** In any condition. */
    public long units() {
      return received.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  /**
   * @param quantity none means all that is still expected
   */
  record CancelledLine(String line, @Nullable Long quantity) {}
}
