package io.stockledger.api.projection;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far one making of the read model is, or what came of it.
 *
 * @param generation its number; the tables have a schema of this generation
 * @param state while it is being made building, catching-up or comparing; then live and some day
 *     retired, or compared, or failed
 * @param compare made only to be held against the live one
 * @param folded up to which position it is folded, while it is being made
 * @param goal where the live one was when it was last looked
 * @param perSecond entries folded a second
 * @param secondsLeft until it is where the live one was, at this rate
 * @param failures goes that came to nothing; another node goes on
 * @param failure why the last of them did
 * @param differences by table, once compared
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RebuildState(
    int generation,
    String state,
    boolean compare,
    Instant askedAt,
    @Nullable Long folded,
    @Nullable Long goal,
    @Nullable Long perSecond,
    @Nullable Long secondsLeft,
    @Nullable Instant liveSince,
    @Nullable Instant endedAt,
    int failures,
    @Nullable String failure,
    @Nullable List<Difference> differences) {

  /**
   * How a table of the live generation differs from what the ledger says.
   *
   * @param position of both
   * @param onlyLive rows that a rebuild does not come to
   * @param onlyRebuilt rows that the live table should have
   * @param examples the first few of both, each as JSON
   */
  public record Difference(
      String table, long position, long onlyLive, long onlyRebuilt, List<String> examples) {}
}
