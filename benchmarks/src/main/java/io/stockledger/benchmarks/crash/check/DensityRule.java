package io.stockledger.benchmarks.crash.check;

import io.stockledger.benchmarks.crash.check.Finding.Kind;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Positions are dense from 1, versions are dense within their stream and in the order of positions,
 * no event is there twice, and no stream's recorded clock goes back.
 */
final class DensityRule implements Rule {
  @Override
  public void judge(Chronicle chronicle, Findings findings) {
    Map<String, Long> versions = new HashMap<>();
    Map<String, Instant> clocks = new HashMap<>();
    Set<String> ids = new HashSet<>();
    long position = 0;
    for (Entry entry : chronicle.entries()) {
      if (entry.position() != ++position) {
        findings.add(Kind.DISORDER, entry.position(), "position %d was next".formatted(position));
        position = entry.position();
      }
      long version = versions.merge(entry.stream(), 1L, Long::sum);
      if (entry.version() != version) {
        findings.add(
            Kind.DISORDER,
            entry.position(),
            "%s has version %d where %d was next"
                .formatted(entry.stream(), entry.version(), version));
        versions.put(entry.stream(), entry.version());
      }
      if (!ids.add(entry.stored().eventId())) {
        findings.add(
            Kind.DOUBLED, entry.position(), "event %s".formatted(entry.stored().eventId()));
      }
      Instant recordedAt = entry.stored().recordedAt();
      Instant before = clocks.put(entry.stream(), recordedAt);
      if (before != null && recordedAt.isBefore(before)) {
        findings.add(Kind.DISORDER, entry.position(), "recorded before its predecessor");
      }
    }
  }
}
