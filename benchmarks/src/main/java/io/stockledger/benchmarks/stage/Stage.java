package io.stockledger.benchmarks.stage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everything that runs for one run of a workload, in a directory that goes with it; also when the
 * run is interrupted.
 */
public final class Stage implements AutoCloseable {
  private final Path directory;
  private final PrivatePostgres postgres;
  private final Deque<ServerProcess> servers = new ArrayDeque<>();
  private final Deque<Process> others = new ArrayDeque<>();
  private final Thread hook = new Thread(this::clear, "stage");

  private Stage(Path directory, PrivatePostgres postgres) {
    this.directory = directory;
    this.postgres = postgres;
  }

  /** Sets it up and says what it stands on. */
  public static Stage open() throws IOException, SQLException {
    Path directory = Files.createTempDirectory("stockledger-benchmark");
    Stage stage;
    try {
      stage = new Stage(directory, PrivatePostgres.start(directory.resolve("postgres")));
    } catch (IOException | SQLException | RuntimeException e) {
      remove(directory);
      throw e;
    }
    Runtime.getRuntime().addShutdownHook(stage.hook);
    System.out.println(Machine.description());
    System.out.println(stage.postgres.description());
    System.out.println("each server: java " + String.join(" ", ServerProcess.JVM_SETTINGS));
    return stage;
  }

  public FreshDatabase database(String name) throws IOException, SQLException {
    return postgres.create(name.replace('-', '_'));
  }

  /** A directory of this name, for one side. */
  public Path directory(String name) throws IOException {
    return Files.createDirectories(directory.resolve(name));
  }

  /** A server that ends with this stage, if not before. */
  public ServerProcess server(String name, List<String> program, List<String> arguments)
      throws IOException, InterruptedException {
    ServerProcess server = ServerProcess.start(directory(name), program, arguments);
    synchronized (servers) {
      servers.push(server);
    }
    return server;
  }

  /** A process that ends with this stage, if not before. */
  public void alsoEnds(Process process) {
    synchronized (servers) {
      others.push(process);
    }
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      return; // the run was interrupted, and the hook clears
    }
    clear();
  }

  private void clear() {
    synchronized (servers) {
      servers.forEach(ServerProcess::close);
      servers.clear();
      others.forEach(Process::destroyForcibly);
      others.clear();
    }
    try {
      postgres.close();
    } catch (IOException e) {
      System.err.println("PostgreSQL did not stop as it should: " + e);
    }
    remove(directory);
  }

  private static void remove(Path directory) {
    try (Stream<Path> all = Files.walk(directory)) {
      all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    } catch (IOException e) {
      System.err.println(directory + " could not be removed: " + e);
    }
  }
}
