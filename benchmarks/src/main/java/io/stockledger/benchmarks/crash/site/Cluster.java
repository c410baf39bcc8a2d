package io.stockledger.benchmarks.crash.site;

import io.stockledger.benchmarks.crash.site.Site.Ground;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL in a process of its own, that can be killed and started again. */
final class Cluster implements AutoCloseable {
  static final String SUPERUSER = "postgres";
  private static final Duration START = Duration.ofSeconds(60);

  private final Binaries binaries;
  private final Path data;
  private final int port = Ports.free();
  private final Path log;
  private final Ground ground;
  private @Nullable Process process;

  /**
   * @param data does not exist yet, or is empty
   * @param log what it says
   */
  Cluster(Binaries binaries, Path data, Path log, Ground ground) throws IOException {
    this.binaries = binaries;
    this.data = data;
    this.log = log;
    this.ground = ground;
    binaries.copyTo(data);
  }

  int port() {
    return port;
  }

  /** Comes back when it lets somebody in. Starting one that runs does nothing. */
  void start() throws IOException, InterruptedException {
    if (isRunning()) {
      return;
    }
    launch();
    Patience.require(
        "PostgreSQL starts",
        START,
        () -> {
          if (!isRunning()) {
            // what a killed one left behind holds its memory for a moment
            launch();
          }
          connect(SUPERUSER).close();
          return true;
        });
  }

  private void launch() throws IOException {
    List<String> command = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      // it refuses to run as root, and in a user namespace of its own it is nobody
      command.addAll(List.of("unshare", "-U", "--"));
    }
    command.addAll(List.of(binaries.postgres().toString(), "-D", data.toString()));
    command.addAll(List.of("-p", Integer.toString(port), "-h", "127.0.0.1"));
    for (String setting : settings()) {
      command.addAll(List.of("-c", setting));
    }
    process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
  }

  private List<String> settings() {
    List<String> settings =
        new ArrayList<>(List.of("fsync=on", "full_page_writes=on", "unix_socket_directories="));
    settings.addAll(
        switch (ground) {
          case DURABLE -> List.of("synchronous_commit=on");
          // and whoever writes behind takes its time, so that there always is something to forget
          case FORGETFUL -> List.of("synchronous_commit=off", "wal_writer_delay=10s");
          case SMALL -> List.of("synchronous_commit=on", "min_wal_size=32MB", "max_wal_size=48MB");
        });
    return settings;
  }

  boolean isRunning() {
    return process != null && process.isAlive();
  }

  /** {@code kill -9} of the postmaster; its children notice and go. */
  void kill() throws InterruptedException {
    signalAndAwait("KILL");
  }

  /** What {@code pg_ctl stop -m immediate} does: everybody quits without a last word. */
  void stopImmediately() throws InterruptedException {
    signalAndAwait("QUIT");
  }

  private void signalAndAwait(String signal) throws InterruptedException {
    Process running = process;
    if (running != null) {
      Signals.send(signal, running.pid());
      running.waitFor();
    }
  }

  /** In a transaction of its own, as the superuser. */
  void run(String database, String sql) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** As the superuser, past the wire of the nodes. */
  Connection connect(String database) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", SUPERUSER);
    properties.setProperty("connectTimeout", "5");
    properties.setProperty("socketTimeout", "60");
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/" + database, properties);
  }

  @Override
  public void close() {
    Process running = process;
    if (running != null && running.isAlive()) {
      Signals.send("CONT", running.pid());
      Signals.send("QUIT", running.pid());
      running.onExit().join();
    }
  }
}
