package io.stockledger.api.device;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.stockledger.api.Answer.View;
import java.time.Instant;
import java.util.List;

/**
 * One device, with what it has not delivered.
 *
 * @param gaps that lines wait for, the first 100
 * @param passed gaps that were passed and are not complete yet, the last 100
 */
public record DeviceView(
    @JsonUnwrapped DeviceCard card,
    List<Gap> gaps,
    List<PassedGap> passed,
    long position,
    Instant asOf,
    String stamp)
    implements View {

  /**
   * A gap that lines no longer wait for.
   *
   * @param missing how many of it have not come
   * @param since when lines began to wait for it
   */
  public record PassedGap(long from, long to, long missing, Instant since, Instant passedAt) {}
}
