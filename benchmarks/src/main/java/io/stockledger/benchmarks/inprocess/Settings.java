package io.stockledger.benchmarks.inprocess;

import java.util.List;

/** Settings of a worker, given as {@code --name=value}. */
final class Settings {
  private Settings() {}

  static String of(List<String> settings, String name) {
    String prefix = "--" + name + "=";
    return settings.stream()
        .filter(setting -> setting.startsWith(prefix))
        .map(setting -> setting.substring(prefix.length()))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(prefix + " is missing"));
  }
}
