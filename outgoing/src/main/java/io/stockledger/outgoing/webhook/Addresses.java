package io.stockledger.outgoing.webhook;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import java.net.IDN;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which addresses deliveries may go to, so that nobody has the ledger knock at doors inside its own
 * network: {@code https} to addresses of the public internet, and beside that whatever lies in the
 * networks that the operator allows, there also by {@code http}.
 */
public final class Addresses {
  public static final int LONGEST_URL = 2_000;

  private static final int HIGHEST_PORT = 65_535;

  private static final Pattern NAME =
      Pattern.compile(
          "(?:[a-z0-9](?:[a-z0-9_-]{0,61}[a-z0-9])?\\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.?");

  /** A host that ends so is a number in some notation: only the plain one is taken. */
  private static final Pattern ENDS_IN_A_NUMBER =
      Pattern.compile("(?:.*\\.)?(?:[0-9]+|0[xX][0-9a-fA-F]*)\\.?");

  private static final Pattern PLAIN_IPV4 =
      Pattern.compile(
          "(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}"
              + "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])");

  /**
   * Not of the public internet, by the registries of special-purpose addresses (IANA), and what
   * stands for an IPv4 address in IPv6: mapped, compatible, translated, 6to4, Teredo.
   */
  private static final List<IPAddress> SPECIAL =
      networks(
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          "169.254.0.0/16",
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.88.99.0/24",
          "192.168.0.0/16",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/4",
          "240.0.0.0/4",
          "::/8",
          "64:ff9b::/96",
          "64:ff9b:1::/48",
          "100::/64",
          "2001::/23",
          "2001:db8::/32",
          "2002::/16",
          "3fff::/20",
          "5f00::/16",
          "fc00::/7",
          "fe80::/10",
          "fec0::/10",
          "ff00::/8");

  /** Everything of IPv6 that is routed at all. */
  private static final List<IPAddress> GLOBAL_IPV6 = networks("2000::/3");

  private final List<IPAddress> allowed;
  private final Names names;

  /** Finds the addresses of a host. */
  @FunctionalInterface
  public interface Names {
    InetAddress[] resolve(String host) throws UnknownHostException;
  }

  /**
   * @param allowedNetworks such as {@code 10.1.0.0/16}
   * @throws IllegalArgumentException when one of them is no network
   */
  public Addresses(List<String> allowedNetworks, Names names) {
    this.allowed = networks(allowedNetworks.toArray(String[]::new));
    this.names = names;
  }

  /** It may not go there, and why. */
  public static final class RefusedException extends UnknownHostException {
    private static final long serialVersionUID = 1;

    RefusedException(String why) {
      super(why);
    }

    public String why() {
      return String.valueOf(getMessage());
    }
  }

  /** Where a delivery goes: the URL, and the addresses behind its host, all of them allowed. */
  public record Checked(URI url, List<InetAddress> addresses) {}

  /**
   * Resolves the host once and looks at all its addresses.
   *
   * @throws RefusedException when the form of the URL or one of the addresses is not allowed
   * @throws UnknownHostException when there is no such host now
   */
  public Checked check(String text) throws UnknownHostException {
    URI url = parse(text);
    String host = host(url);
    InetAddress[] found = names.resolve(host);
    if (found.length == 0) {
      throw new UnknownHostException(host);
    }
    for (InetAddress address : found) {
      if (isAllowed(address)) {
        continue;
      }
      if (!isPublic(address)) {
        String place = address.getHostAddress();
        throw new RefusedException(
            (host.equals(place) ? host + " is no" : host + " is " + place + ", which is no")
                + " public address");
      }
      if (!isSecure(url)) {
        throw new RefusedException("http is taken only where the operator allows the network");
      }
    }
    return new Checked(url, List.of(found));
  }

  /**
   * The form alone, without asking who the host is.
   *
   * @throws RefusedException when it is not taken
   */
  static URI parse(String text) throws RefusedException {
    if (text.length() > LONGEST_URL || !text.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      throw new RefusedException("it must be at most 2000 characters of printable ASCII");
    }
    URI url;
    try {
      url = new URI(text).parseServerAuthority();
    } catch (URISyntaxException e) {
      throw new RefusedException("it is no URL");
    }
    String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("https") && !scheme.equals("http")) {
      throw new RefusedException("it must begin with https://");
    }
    if (url.getRawAuthority() == null) {
      throw new RefusedException("it names no host");
    }
    if (url.getRawAuthority().contains("@")) {
      throw new RefusedException("it must not name a user");
    }
    if (url.getRawFragment() != null) {
      throw new RefusedException("it must not have a fragment");
    }
    if (url.getPort() == 0 || url.getPort() > HIGHEST_PORT) {
      throw new RefusedException("its port must be from 1 to 65535");
    }
    checkHost(url);
    return url;
  }

  private static void checkHost(URI url) throws RefusedException {
    String host = url.getHost();
    if (host == null || host.isEmpty()) {
      throw new RefusedException("it names no host");
    }
    if (host.startsWith("[")) {
      if (host.contains("%")) {
        throw new RefusedException("an address must not name a zone");
      }
      return;
    }
    if (ENDS_IN_A_NUMBER.matcher(host).matches()) {
      if (!PLAIN_IPV4.matcher(host).matches()) {
        throw new RefusedException("an address must be four plain decimal numbers");
      }
      return;
    }
    if (!NAME.matcher(IDN.toASCII(host).toLowerCase(Locale.ROOT)).matches()) {
      throw new RefusedException("its host is no name of the DNS");
    }
  }

  /** As it is resolved: without the brackets of an IPv6 address. */
  private static String host(URI url) {
    String host = url.getHost();
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  private static boolean isSecure(URI url) {
    return url.getScheme().equalsIgnoreCase("https");
  }

  private boolean isAllowed(InetAddress address) {
    return contains(allowed, of(address));
  }

  private static boolean isPublic(InetAddress address) {
    IPAddress one = of(address);
    return !contains(SPECIAL, one) && (one.isIPv4() || contains(GLOBAL_IPV6, one));
  }

  private static IPAddress of(InetAddress address) {
    return new inet.ipaddr.IPAddressNetwork.IPAddressGenerator().from(address);
  }

  private static boolean contains(List<IPAddress> networks, IPAddress address) {
    return networks.stream()
        .filter(network -> network.getIPVersion() == address.getIPVersion())
        .anyMatch(network -> network.contains(address));
  }

  private static List<IPAddress> networks(String... texts) {
    return Arrays.stream(texts).flatMap(Addresses::network).toList();
  }

  private static Stream<IPAddress> network(String text) {
    IPAddress network = new IPAddressString(text.strip()).getAddress();
    if (network == null) {
      throw new IllegalArgumentException("no network: " + text);
    }
    return Stream.of(network.toPrefixBlock());
  }
}
