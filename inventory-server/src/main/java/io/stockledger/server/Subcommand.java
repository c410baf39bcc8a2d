package io.stockledger.server;

import io.stockledger.server.importing.ImportCommand;
import io.stockledger.server.play.PlayCommand;
import io.stockledger.server.settings.StockledgerSettings;
import io.stockledger.server.wiring.OfflineTasks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** What the program can do. Each takes the arguments behind its name and says how it ended. */
enum Subcommand {
  SERVE("runs the server; the default", Subcommand::serve),
  MIGRATE("brings the database up to date and ends", Subcommand::migrate),
  REBUILD(
      "builds the read models anew from the ledger; with --compare tells where they differ",
      Subcommand::rebuild),
  DEMO("runs the server and plays a trading day on it; --quit ends it then", Subcommand::demo),
  IMPORT("sends opening stock and movements to a running server", Subcommand::importFile),
  HELP("tells this", Subcommand::tell);

  /** The program goes on after the sub-command came back. */
  static final int RUNNING = -1;

  static final int DONE = 0;
  static final int FAILED = 1;
  static final int MISUSED = 2;

  /** Settings have a dot in their names, options of sub-commands have none. */
  private static final Pattern SETTING = Pattern.compile("--[a-z-]+\\..*");

  private final String purpose;

  @SuppressWarnings("ImmutableEnumChecker") // method references that hold nothing
  private final ToIntFunction<List<String>> body;

  Subcommand(String purpose, ToIntFunction<List<String>> body) {
    this.purpose = purpose;
    this.body = body;
  }

  static Optional<Subcommand> ofWord(String word) {
    return Arrays.stream(values()).filter(c -> c.word().equals(word)).findFirst();
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  int run(List<String> args) {
    return body.applyAsInt(args);
  }

  private static int serve(List<String> args) {
    SpringApplication.run(ServerApplication.class, args.toArray(String[]::new));
    return RUNNING;
  }

  private static int migrate(List<String> args) {
    try (ConfigurableApplicationContext context = settingsOnly(args)) {
      OfflineTasks.migrate(context.getBean(StockledgerSettings.class));
      return DONE;
    }
  }

  private static int rebuild(List<String> args) {
    try (ConfigurableApplicationContext context = settingsOnly(args)) {
      StockledgerSettings settings = context.getBean(StockledgerSettings.class);
      boolean same =
          OfflineTasks.rebuild(settings, args.contains("--compare"), System.out::println);
      return same ? DONE : FAILED;
    }
  }

  private static int demo(List<String> args) {
    ConfigurableApplicationContext context =
        SpringApplication.run(ServerApplication.class, settings(args));
    try {
      WebServer server =
          Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer());
      int status =
          PlayCommand.run(
              options(args),
              URI.create("http://127.0.0.1:" + server.getPort()),
              context.getBean(StockledgerSettings.class).dataDir());
      if (!PlayCommand.quits(options(args)) && status != MISUSED) {
        return RUNNING;
      }
      context.close();
      return status;
    } catch (IOException e) {
      context.close();
      throw new UncheckedIOException(e);
    }
  }

  private static int importFile(List<String> args) {
    return ImportCommand.run(args);
  }

  private static int tell(List<String> args) {
    System.out.println(help());
    return DONE;
  }

  static String help() {
    return Arrays.stream(values())
        .map(c -> "  %-8s %s".formatted(c.word(), c.purpose))
        .collect(
            Collectors.joining(
                "\n",
                "Stockledger, the inventory ledger.\n\n",
                "\n\nSettings are given as --stockledger.data-dir=… or STOCKLEDGER_DATADIR=…;"
                    + " see docs/operations.md."));
  }

  private static String[] settings(List<String> args) {
    return args.stream().filter(a -> SETTING.matcher(a).matches()).toArray(String[]::new);
  }

  private static List<String> options(List<String> args) {
    return args.stream().filter(a -> !SETTING.matcher(a).matches()).toList();
  }

  /** The settings without the server. */
  private static ConfigurableApplicationContext settingsOnly(List<String> args) {
    return new SpringApplicationBuilder(SettingsOnly.class)
        .web(WebApplicationType.NONE)
        .run(settings(args));
  }

  /** Reads the settings and nothing else. */
  @EnableConfigurationProperties(StockledgerSettings.class)
  static class SettingsOnly {}
}
