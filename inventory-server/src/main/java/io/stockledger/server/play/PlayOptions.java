package io.stockledger.server.play;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * What the command line asks of the demo.
 *
 * @param quit end when the play is over
 * @param story tell the story first
 * @param seed of a day that begins; one that goes on keeps its own
 * @param commands about as many in a day that begins
 */
record PlayOptions(boolean quit, boolean story, long seed, int commands) {
  static final String USAGE =
      """
      demo [--quit] [--no-story] [--seed N] [--commands N]
        --quit        end when the play is over, instead of staying up
        --no-story    begin with the trading day
        --seed N      another day
        --commands N  a day of about N commands, 20,000 to 2,000,000\
      """;

  /** Empty when an argument is not understood. */
  static Optional<PlayOptions> parse(List<String> args, PlayOptions defaults) {
    PlayOptions options = defaults;
    Iterator<String> rest = args.iterator();
    try {
      while (rest.hasNext()) {
        String arg = rest.next();
        switch (arg) {
          case "--quit" -> options = options.with(true, options.story());
          case "--no-story" -> options = options.with(options.quit(), false);
          case "--seed" -> options = options.with(Long.parseLong(rest.next()), options.commands());
          case "--commands" -> options = options.with(options.seed(), commands(rest.next()));
          default -> {
            return Optional.empty();
          }
        }
      }
    } catch (RuntimeException e) {
      return Optional.empty();
    }
    return Optional.of(options);
  }

  private static int commands(String text) {
    int commands = Integer.parseInt(text);
    if (commands < 20_000 || commands > 2_000_000) {
      throw new IllegalArgumentException("--commands " + text);
    }
    return commands;
  }

  private PlayOptions with(boolean quit, boolean story) {
    return new PlayOptions(quit, story, seed, commands);
  }

  private PlayOptions with(long seed, int commands) {
    return new PlayOptions(quit, story, seed, commands);
  }
}
