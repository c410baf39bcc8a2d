package io.stockledger.server.bulk;

import io.stockledger.ledger.Answer;
import io.stockledger.ledger.CommandsTogether;
import io.stockledger.server.bulk.BatchRegister.TakeBatch;
import io.stockledger.server.bulk.Element.Ended;
import io.stockledger.server.bulk.Element.Malformed;
import io.stockledger.server.bulk.Element.Ready;
import io.stockledger.server.http.Batch;
import io.stockledger.server.http.Batch.Mode;
import io.stockledger.server.http.Headers;
import io.stockledger.server.location.ItemsOfPlace;
import io.stockledger.server.problem.Faults;
import io.stockledger.server.problem.Problem;
import io.stockledger.server.problem.ProblemException;
import io.stockledger.server.problem.ProblemType;
import io.stockledger.server.problem.ProblemWriter;
import io.stockledger.server.security.AccessCheck;
import io.stockledger.server.security.Requires;
import io.stockledger.server.security.Scope;
import io.stockledger.server.settings.StockledgerSettings;
import io.stockledger.server.write.AnswersWith;
import io.stockledger.server.write.BatchAnswer;
import io.stockledger.server.write.ElementAnswer;
import io.stockledger.server.write.ElementAnswers;
import io.stockledger.server.write.WriteGateway;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.CommandMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Many commands in one request. */
@RestController
@AnswersWith(BatchAnswer.class)
class BulkController {
  static final String LINES = "application/x-ndjson";

  private static final int MULTI_STATUS = 207;

  private final ElementReader reader;
  private final WriteGateway writes;
  private final ProblemWriter problems;
  private final Duration patience;
  private final ItemsOfPlace places;

  BulkController(
      ElementReader reader,
      WriteGateway writes,
      ProblemWriter problems,
      StockledgerSettings settings,
      ItemsOfPlace places) {
    this.reader = reader;
    this.writes = writes;
    this.problems = problems;
    this.patience = settings.commandTimeout();
    this.places = places;
  }

  /** Nothing is returned where lines were written as they came. */
  @PostMapping(
      path = "/v1/commands",
      consumes = {MediaType.APPLICATION_JSON_VALUE, LINES},
      produces = {MediaType.APPLICATION_JSON_VALUE, LINES})
  @Requires(Scope.COMMAND_SEND)
  @Nullable ResponseEntity<byte[]> commands(
      Batch batch, HttpServletRequest request, HttpServletResponse response) throws IOException {
    List<Element> elements = reader.read(batch);
    elements.stream()
        .filter(element -> element instanceof Ready)
        .forEach(element -> places.recallFor(((Ready) element).command()));
    if (batch.mode() == Mode.ATOMIC) {
      return WriteGateway.response(together(batch, elements), batch.dryRun());
    }
    elements.stream()
        .filter(element -> element instanceof Ended)
        .map(element -> ((Ended) element).problem())
        .filter(problem -> problem.type() == ProblemType.FORBIDDEN)
        .distinct()
        .forEach(problem -> AccessCheck.record(request, new ProblemException(problem)));
    SentElements sent = independent(batch, elements);
    if (batch.inLines()) {
      writeLines(sent, response);
      return null;
    }
    return document(sent);
  }

  /**
   * @throws ProblemException for the first that may not be asked for, then for all that are
   *     malformed, then for the first that has no key
   */
  private Answer together(Batch batch, List<Element> elements) {
    Faults faults = new Faults(batch.at());
    List<CommandMessage<?>> commands = new ArrayList<>(elements.size());
    List<Problem> ended = new ArrayList<>();
    for (Element element : elements) {
      switch (element) {
        case Ready ready -> commands.add(WriteGateway.message(ready.command(), ready.write()));
        case Malformed malformed -> malformed.addTo(faults);
        case Ended one -> ended.add(one.problem().with("index", one.index()));
      }
    }
    throwFirst(ended, true);
    faults.throwIfAny();
    throwFirst(ended, false);
    return writes.answer(new CommandsTogether(commands), batch.whole());
  }

  private static void throwFirst(List<Problem> ended, boolean forbidden) {
    ended.stream()
        .filter(problem -> forbidden == (problem.type() == ProblemType.FORBIDDEN))
        .findFirst()
        .ifPresent(
            problem -> {
              throw new ProblemException(problem);
            });
  }

  private SentElements independent(Batch batch, List<Element> elements) {
    if (batch.key() != null && !batch.dryRun()) {
      writes.answer(new TakeBatch(elements.size()), batch.whole());
    }
    SentElements sent = new SentElements(writes::begin, problems, patience);
    elements.forEach(sent::add);
    return sent;
  }

  private static ResponseEntity<byte[]> document(SentElements sent) {
    List<ElementAnswer> answers = IntStream.range(0, sent.size()).mapToObj(sent::await).toList();
    long position = answers.stream().mapToLong(ElementAnswer::position).max().orElse(0);
    HttpHeaders headers = new HttpHeaders();
    headers.setContentType(MediaType.APPLICATION_JSON);
    headers.setCacheControl("no-store");
    headers.set(Headers.LEDGER_POSITION, Long.toString(position));
    if (answers.stream().anyMatch(ElementAnswer::comeAgain)) {
      headers.set(HttpHeaders.RETRY_AFTER, "1");
    }
    return ResponseEntity.status(MULTI_STATUS)
        .headers(headers)
        .body(ElementAnswers.document(answers, position));
  }

  /** Each line goes out before the next answer is waited for. */
  private static void writeLines(SentElements sent, HttpServletResponse response)
      throws IOException {
    response.setStatus(MULTI_STATUS);
    response.setContentType(LINES);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    OutputStream out = response.getOutputStream();
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    for (int i = 0; i < sent.size(); i++) {
      if (lines.size() > 0 && !sent.isDone(i)) {
        lines.writeTo(out);
        lines.reset();
        out.flush();
      }
      sent.await(i).writeTo(lines);
      lines.write('\n');
    }
    lines.writeTo(out);
  }
}
