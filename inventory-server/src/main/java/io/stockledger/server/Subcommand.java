package io.stockledger.server;

import io.stockledger.server.database.Databases;
import io.stockledger.server.database.LedgerDatabase;
import io.stockledger.server.database.Migrations;
import io.stockledger.server.settings.StockledgerSettings;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;

/** What the program can do. Each takes the arguments behind its name and says how it ended. */
enum Subcommand {
  SERVE("runs the server; the default", Subcommand::serve),
  MIGRATE("brings the database up to date and ends", Subcommand::migrate),
  REBUILD(
      "builds the read models anew from the ledger; with --compare only tells where they differ",
      args -> {
        throw new IllegalStateException("not wired");
      }),
  HELP("tells this", Subcommand::tell);

  /** The program goes on after the sub-command came back. */
  static final int RUNNING = -1;

  static final int DONE = 0;
  static final int FAILED = 1;
  static final int MISUSED = 2;

  private final String purpose;
  private final ToIntFunction<String[]> body;

  Subcommand(String purpose, ToIntFunction<String[]> body) {
    this.purpose = purpose;
    this.body = body;
  }

  static Optional<Subcommand> ofWord(String word) {
    return Arrays.stream(values()).filter(c -> c.word().equals(word)).findFirst();
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  int run(String[] args) {
    return body.applyAsInt(args);
  }

  private static int serve(String[] args) {
    SpringApplication.run(ServerApplication.class, args);
    return RUNNING;
  }

  private static int migrate(String[] args) {
    try (ConfigurableApplicationContext context = settingsOnly(args);
        LedgerDatabase database = Databases.open(context.getBean(StockledgerSettings.class))) {
      new Migrations(database).run();
      return DONE;
    }
  }

  /** The settings without the server. */
  static ConfigurableApplicationContext settingsOnly(String[] args) {
    return new SpringApplicationBuilder(SettingsOnly.class)
        .web(WebApplicationType.NONE)
        .run(args);
  }

  private static int tell(String[] args) {
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
                    + " see application.yaml."));
  }

  /** Reads the settings and nothing else. */
  @EnableConfigurationProperties(StockledgerSettings.class)
  static class SettingsOnly {}
}
