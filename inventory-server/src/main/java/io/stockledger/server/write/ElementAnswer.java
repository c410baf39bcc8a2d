package io.stockledger.server.write;

import io.stockledger.ledger.Answer;
import io.stockledger.server.problem.Problem;
import io.stockledger.server.problem.ProblemWriter;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * What one element of a batch is told: what its single request would have been told, with what
 * stands in the headers there. The bytes of the ledger's answer are passed on as they are.
 *
 * @param index its place in the request, from 0
 * @param position of the decision; 0 where there was none
 * @param location where something with an id of its own came into being
 * @param replayed whether this is the answer to an earlier command under its key
 * @param comeAgain whether a later try may come to something else
 * @param body JSON: an answer, or a problem from status 400 on
 */
@SuppressWarnings(
    "ArrayRecordComponent") // bytes on their way through, neither changed nor compared
public record ElementAnswer(
    int index,
    @Nullable String key,
    int status,
    long position,
    @Nullable String location,
    boolean replayed,
    boolean comeAgain,
    byte[] body) {

  private static final int FIRST_REFUSAL = 400;

  /** The ledger's answer. */
  public static ElementAnswer of(int index, @Nullable String key, Answer answer, boolean dryRun) {
    boolean good = answer.status() < FIRST_REFUSAL;
    return new ElementAnswer(
        index,
        key,
        dryRun && good ? 200 : answer.status(),
        answer.position(),
        dryRun ? null : answer.location(),
        answer.replayed(),
        false,
        answer.body());
  }

  /** It came to no decision. */
  public static ElementAnswer of(
      int index, @Nullable String key, Problem problem, ProblemWriter problems) {
    return new ElementAnswer(
        index,
        key,
        problem.type().status(),
        0,
        null,
        false,
        problem.headers().containsHeader(HttpHeaders.RETRY_AFTER),
        problems.bytes(problem));
  }

  /** As the first answer, whichever it is: where the whole is a repeat, its parts do not say so. */
  ElementAnswer first() {
    return new ElementAnswer(index, key, status, position, location, false, comeAgain, body);
  }

  /** Where nothing took effect, no position belongs to it. */
  ElementAnswer withoutPosition() {
    return new ElementAnswer(index, key, status, 0, location, replayed, comeAgain, body);
  }

  public boolean refused() {
    return status >= FIRST_REFUSAL;
  }

  /** One JSON object. Keys and locations have no character that JSON would escape. */
  public void writeTo(ByteArrayOutputStream out) {
    StringBuilder head = new StringBuilder(96).append("{\"index\":").append(index);
    if (key != null) {
      head.append(",\"key\":\"").append(key).append('"');
    }
    head.append(",\"status\":").append(status);
    if (position > 0) {
      head.append(",\"position\":").append(position);
    }
    if (location != null) {
      head.append(",\"location\":\"").append(location).append('"');
    }
    if (replayed) {
      head.append(",\"replayed\":true");
    }
    head.append(refused() ? ",\"problem\":" : ",\"answer\":");
    out.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
    out.writeBytes(body);
    out.write('}');
  }
}
