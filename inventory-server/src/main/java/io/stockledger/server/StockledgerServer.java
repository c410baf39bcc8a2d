package io.stockledger.server;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The main class. The first argument says what is wanted, {@code serve} if nothing is said; {@code
 * --help} tells what there is.
 */
public final class StockledgerServer {
  private StockledgerServer() {}

  public static void main(String[] args) {
    // Axon advertises a service at start; nothing here may ask anybody to call out
    System.setProperty("disable-axoniq-console-message", "true");
    boolean named = args.length > 0 && !args[0].startsWith("--");
    String word = named ? args[0] : "serve";
    if (args.length > 0 && (args[0].equals("--help") || args[0].equals("-h"))) {
      word = "help";
    }
    Optional<Subcommand> subcommand = Subcommand.ofWord(word.toLowerCase(Locale.ROOT));
    if (subcommand.isEmpty()) {
      System.err.println("There is no sub-command " + word + ".\n");
      System.err.println(Subcommand.help());
      System.exit(Subcommand.MISUSED);
      return;
    }
    int status = subcommand.get().run(List.of(args).subList(named ? 1 : 0, args.length));
    if (status != Subcommand.RUNNING) {
      System.exit(status);
    }
  }
}
