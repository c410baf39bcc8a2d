package io.stockledger.benchmarks.stage;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server in a JVM of its own; the same JVM, with the same settings, for every side. */
public final class ServerProcess implements AutoCloseable {
  /** Fixed heap: no side shall be measured while it grows. */
  public static final List<String> JVM_SETTINGS =
      List.of("-Xms2g", "-Xmx2g", "--enable-native-access=ALL-UNNAMED");

  /** Of the HTTP stack: a connection is kept for as long as the client keeps it. */
  private static final List<String> HTTP_SETTINGS =
      List.of(
          "--server.tomcat.max-keep-alive-requests=-1", "--server.tomcat.keep-alive-timeout=60s");

  private static final Duration START = Duration.ofSeconds(90);
  private static final Duration STOP = Duration.ofSeconds(60);
  private static final long LOOK_AGAIN_MILLIS = 50;

  private final Path log;
  private final int port;
  private final Process process;

  private ServerProcess(Path log, int port, Process process) {
    this.log = log;
    this.port = port;
    this.process = process;
  }

  /**
   * Starts it and waits until it says that it is ready.
   *
   * @param directory for its log and whatever it writes
   * @param program {@link #java} or {@link #jar}
   * @param arguments of the program, behind those that every side has
   */
  static ServerProcess start(Path directory, List<String> program, List<String> arguments)
      throws IOException, InterruptedException {
    Files.createDirectories(directory);
    int port = freePort();
    List<String> command = new ArrayList<>(program);
    command.addAll(arguments);
    command.add("--server.port=" + port);
    command.addAll(HTTP_SETTINGS);
    Path log = directory.resolve("server.log");
    Process process =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    ServerProcess server = new ServerProcess(log, port, process);
    try {
      server.awaitReady();
    } catch (IOException | InterruptedException | RuntimeException e) {
      server.close();
      throw e;
    }
    return server;
  }

  /** The command that runs a main class of this class path under {@link #JVM_SETTINGS}. */
  public static List<String> java(String mainClass) {
    return java("-cp", System.getProperty("java.class.path"), mainClass);
  }

  /**
   * The same with another heap.
   *
   * @param gibibytes of it
   */
  static List<String> java(String mainClass, int gibibytes) {
    String heap = gibibytes + "g";
    return java(
        "-Xms" + heap, "-Xmx" + heap, "-cp", System.getProperty("java.class.path"), mainClass);
  }

  /** The command that runs a packaged server under {@link #JVM_SETTINGS}. */
  public static List<String> jar(Path packaged) {
    return java("-jar", packaged.toAbsolutePath().toString());
  }

  private static List<String> java(String... what) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JVM_SETTINGS);
    command.addAll(List.of(what));
    return command;
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  private void awaitReady() throws IOException, InterruptedException {
    long deadline = System.nanoTime() + START.toNanos();
    while (!isReady()) {
      if (!process.isAlive()) {
        throw new IllegalStateException("the server ended:\n" + Files.readString(log));
      }
      if (System.nanoTime() - deadline > 0) {
        throw new IllegalStateException("the server does not get ready:\n" + Files.readString(log));
      }
      Thread.sleep(LOOK_AGAIN_MILLIS);
    }
  }

  private boolean isReady() {
    try {
      HttpURLConnection connection =
          (HttpURLConnection)
              URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness")
                  .toURL()
                  .openConnection();
      connection.setConnectTimeout(1000);
      connection.setReadTimeout(5000);
      boolean ready = connection.getResponseCode() == 200;
      connection.disconnect();
      return ready;
    } catch (IOException e) {
      return false;
    }
  }

  public InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  /** What its heap holds after a full collection, bytes. */
  public long liveHeap() throws IOException, InterruptedException {
    return new Jcmd(process).liveHeap();
  }

  /** How long its compilers have been at work since it started, all of them together. */
  public Duration compiled() throws IOException, InterruptedException {
    return new Jcmd(process).compiled();
  }

  /** CPU time it has used so far. */
  public Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
