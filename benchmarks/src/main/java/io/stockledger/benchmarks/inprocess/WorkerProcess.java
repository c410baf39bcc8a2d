package io.stockledger.benchmarks.inprocess;

import io.stockledger.benchmarks.load.Measured;
import io.stockledger.benchmarks.stage.Jcmd;
import io.stockledger.benchmarks.stage.ServerProcess;
import io.stockledger.benchmarks.stage.Stage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A {@link Worker} in its JVM, as the one who asks it sees it. */
public final class WorkerProcess implements AutoCloseable {
  private static final long STOP_SECONDS = 60;
  private static final int LAST_LINES = 60;

  private final String name;
  private final Path log;
  private final Process process;
  private final BufferedReader answers;
  private final Writer requests;
  private long carriedOut;
  private long failed;

  private WorkerProcess(String name, Path log, Process process) {
    this.name = name;
    this.log = log;
    this.process = process;
    this.answers = process.inputReader();
    this.requests = process.outputWriter();
  }

  /**
   * Starts it under the JVM settings of the servers and waits until it is ready.
   *
   * @param what as {@link Worker} knows it
   */
  public static WorkerProcess start(
      Stage stage, String name, String what, int items, List<String> settings) throws IOException {
    Path directory = stage.directory(name);
    Path log = directory.resolve("worker.log");
    List<String> command = new ArrayList<>(ServerProcess.java(Worker.class.getName()));
    command.add(what);
    command.add(Integer.toString(items));
    command.addAll(settings);
    Process process =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    stage.alsoEnds(process);
    WorkerProcess worker = new WorkerProcess(name, log, process);
    worker.line();
    return worker;
  }

  public String name() {
    return name;
  }

  /**
   * Comes back when nothing is under way any more.
   *
   * @param width commands under way at once, or rows in a batch
   */
  public Measured measure(int width, Duration time) throws IOException {
    requests.write(width + " " + time.toMillis() + "\n");
    requests.flush();
    Line line = Line.read(line());
    carriedOut = line.carriedOut();
    failed += line.measured().answered(409);
    return line.measured();
  }

  /** Commands that it was told are durable, since it started. */
  public long carriedOut() {
    return carriedOut;
  }

  /** Commands that failed or were refused, since it started. */
  public long failed() {
    return failed;
  }

  /** How long its compilers have been at work since it started, all of them together. */
  public Duration compiled() throws IOException, InterruptedException {
    return new Jcmd(process).compiled();
  }

  /** The end of what it logged. */
  public String log() throws IOException {
    List<String> lines = Files.readAllLines(log);
    return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
  }

  private String line() throws IOException {
    for (String line = answers.readLine(); line != null; line = answers.readLine()) {
      if (Line.isOne(line) || line.equals("ready")) {
        return line;
      }
    }
    throw new IllegalStateException(name + " ended:\n" + log());
  }

  /** Lets it end by itself. */
  @Override
  public void close() throws IOException {
    requests.close();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
