package io.stockledger.benchmarks.crash.check;

import io.stockledger.benchmarks.crash.check.Finding.Kind;
import io.stockledger.benchmarks.crash.history.ItemRead;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What the read side told of an item is the fold at that version, and as new as was asked for. */
final class ReadRule implements Rule {
  private static final JsonMapper JSON = JsonMapper.shared();

  private record Place(String stream, long version) {}

  @Override
  public void judge(Chronicle chronicle, Findings findings) {
    Map<Place, List<ItemRead>> reads = new HashMap<>();
    for (ItemRead read : chronicle.history().reads()) {
      reads
          .computeIfAbsent(new Place(read.stream(), read.version()), any -> new ArrayList<>())
          .add(read);
    }
    World world = new World(new Findings());
    for (Entry entry : chronicle.entries()) {
      if (!entry.isStock()) {
        continue;
      }
      world.add(entry);
      ItemFold item = world.item(entry.stream());
      Place place = new Place(entry.stream(), entry.version());
      for (ItemRead read : reads.getOrDefault(place, List.of())) {
        if (!item.figuresAt(read.asOf()).isTold(JSON.readTree(read.figures()))) {
          findings.add(
              Kind.CONTRADICTION,
              read.stream(),
              "the fold is %s: %s".formatted(item.figures(), read));
        }
      }
      // whoever still reads the version before has missed this one
      Place before = new Place(entry.stream(), entry.version() - 1);
      for (ItemRead read : reads.getOrDefault(before, List.of())) {
        if (entry.position() <= read.minPosition()) {
          findings.add(Kind.CONTRADICTION, read.stream(), "behind: %s".formatted(read));
        }
      }
    }
    for (ItemRead read : chronicle.history().reads()) {
      if (world.item(read.stream()).at(read.version()) == null || read.version() == 0) {
        findings.add(
            Kind.PHANTOM, read.stream(), "of a version that is not there: %s".formatted(read));
      }
    }
  }
}
