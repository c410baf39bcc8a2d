package io.stockledger.promise;

import io.stockledger.api.channel.ChannelTraits;
import io.stockledger.api.channel.Exposure.Shown;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A channel with its rules, as of one of its versions, ready to be asked. It may be shared by
 * threads; what it worked out for one set of rules it remembers.
 */
public final class ChannelBook {
  /** The channel that is always there; it offers everything that is available. */
  public static final String DEFAULT = "default";

  /** So many items, and different sets of rules, are remembered; then it begins anew. */
  private static final int MOST_KNOWN = 100_000;

  private static final ChannelTraits ALL = new ChannelTraits(DEFAULT, null, null, null, null, null);

  private final String channel;
  private final ChannelTraits traits;
  private final boolean retired;
  private final long version;
  private final List<Rule> rules;
  private final Set<String> locations;
  private final Set<String> pilotSkus;
  private final Set<String> pilotLocations;
  private final Map<String, BitSet> bySku = new HashMap<>();
  private final BitSet others = new BitSet();
  private final Map<BitSet, Terms> known = new ConcurrentHashMap<>();
  private final Map<Subject, Terms> bySubject = new ConcurrentHashMap<>();

  /**
   * @param version how many entries the channel evolved from, 0 for the default one that nobody put
   */
  public ChannelBook(
      String channel, ChannelTraits traits, boolean retired, Collection<Rule> rules, long version) {
    this.channel = channel;
    this.traits = traits;
    this.retired = retired;
    this.version = version;
    this.rules = rules.stream().sorted(Rule.MOST_SPECIFIC_FIRST).toList();
    for (int i = 0; i < this.rules.size(); i++) {
      String sku = this.rules.get(i).scope().sku();
      (sku == null ? others : bySku.computeIfAbsent(sku, none -> new BitSet())).set(i);
    }
    this.locations = traits.locations() == null ? Set.of() : Set.copyOf(traits.locations());
    this.pilotSkus = traits.pilotSkus() == null ? Set.of() : Set.copyOf(traits.pilotSkus());
    this.pilotLocations =
        traits.pilotLocations() == null ? Set.of() : Set.copyOf(traits.pilotLocations());
  }

  /** The default channel, as it is before anybody puts it. */
  public static ChannelBook defaultChannel() {
    return new ChannelBook(DEFAULT, ALL, false, List.of(), 0);
  }

  public String channel() {
    return channel;
  }

  public ChannelTraits traits() {
    return traits;
  }

  public boolean retired() {
    return retired;
  }

  public long version() {
    return version;
  }

  /** The rules, the most specific first. */
  public List<Rule> rules() {
    return rules;
  }

  /** What holds for an item, whether it is exposed or not. */
  public Terms termsFor(Subject subject) {
    if (rules.isEmpty()) {
      return Terms.PLAIN;
    }
    Terms terms = bySubject.get(subject);
    return terms == null ? keep(bySubject, subject, byRules(subject)) : terms;
  }

  private Terms byRules(Subject subject) {
    BitSet about = new BitSet(rules.size());
    addThose(others, subject, about);
    BitSet named = bySku.get(subject.sku());
    if (named != null) {
      addThose(named, subject, about);
    }
    Terms terms = known.get(about);
    return terms == null
        ? keep(known, about, Terms.of(about.stream().mapToObj(rules::get).toList()))
        : terms;
  }

  private static <K> Terms keep(Map<K, Terms> memory, K key, Terms terms) {
    if (memory.size() >= MOST_KNOWN) {
      memory.clear();
    }
    memory.put(key, terms);
    return terms;
  }

  private void addThose(BitSet candidates, Subject subject, BitSet about) {
    for (int i = candidates.nextSetBit(0); i >= 0; i = candidates.nextSetBit(i + 1)) {
      if (subject.isIn(rules.get(i).scope())) {
        about.set(i);
      }
    }
  }

  /**
   * Whether the channel has an item at all: in use, within its reach, and not hidden by a rule.
   *
   * @param terms what holds for it
   */
  public boolean exposes(Subject subject, Terms terms) {
    return !subject.retired() && reaches(subject) && terms.exposure().shown() != Shown.NONE;
  }

  /** Whether the channel sells from the place at all, and is not tried out elsewhere. */
  public boolean reaches(Subject subject) {
    return !retired
        && (traits.locations() == null || isAtAny(subject, locations))
        && (traits.pilotSkus() == null || pilotSkus.contains(subject.sku()))
        && (traits.pilotLocations() == null || isAtAny(subject, pilotLocations));
  }

  private static boolean isAtAny(Subject subject, Set<String> named) {
    return named.contains(subject.location())
        || subject.groups().stream().anyMatch(named::contains);
  }
}
