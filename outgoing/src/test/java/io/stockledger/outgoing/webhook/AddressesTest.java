package io.stockledger.outgoing.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockledger.outgoing.webhook.Addresses.RefusedException;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where nothing is sent to. Names stand for a public address here; numbers for themselves. */
class AddressesTest {
  private static final Addresses STRICT = new Addresses(List.of(), AddressesTest::resolve);

  /** As the platform does: what looks like a number in any notation is one. */
  private static InetAddress[] resolve(String host) throws java.net.UnknownHostException {
    return host.matches(".*[a-z].*") && !host.contains(":") && !host.startsWith("0x")
        ? InetAddress.getAllByName("93.184.215.14")
        : InetAddress.getAllByName(host);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://127.0.0.1/",
        "https://127.1/",
        "https://2130706433/",
        "https://0x7f000001/",
        "https://0x7f.1/",
        "https://0177.0.0.1/",
        "https://017700000001/",
        "https://127.0.0.01/",
        "https://127.0.0.1./",
        "https://0.0.0.0/",
        "https://10.1.2.3/",
        "https://172.16.0.1/",
        "https://192.168.1.1/",
        "https://100.64.0.1/",
        "https://169.254.169.254/latest/meta-data",
        "https://192.0.0.192/",
        "https://198.18.0.1/",
        "https://224.0.0.1/",
        "https://255.255.255.255/",
        "https://[::1]/",
        "https://[::]/",
        "https://[::ffff:127.0.0.1]/",
        "https://[::ffff:7f00:1]/",
        "https://[::127.0.0.1]/",
        "https://[::ffff:0:7f00:1]/",
        "https://[64:ff9b::7f00:1]/",
        "https://[64:ff9b:1::7f00:1]/",
        "https://[2002:7f00:1::]/",
        "https://[2001:0:1::1]/",
        "https://[fd00:ec2::254]/",
        "https://[fe80::1]/",
        "https://[fec0::1]/",
        "https://[ff02::1]/",
        "https://[2001:db8::1]/",
        "https://[4000::1]/"
      })
  void addresses_inside_are_refused_in_every_notation(String url) {
    assertThatThrownBy(() -> STRICT.check(url)).isInstanceOf(RefusedException.class);
  }

  @Test
  void the_address_is_said_where_the_name_is_another() {
    assertThatThrownBy(() -> STRICT.check("https://169.254.169.254/"))
        .hasMessage("169.254.169.254 is no public address");
    Addresses inside = new Addresses(List.of(), host -> InetAddress.getAllByName("10.0.0.7"));
    assertThatThrownBy(() -> inside.check("https://shop.example/"))
        .hasMessage("shop.example is 10.0.0.7, which is no public address");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.com/",
        "ftp://example.com/",
        "//example.com/",
        "example.com",
        "https:/x",
        "https://",
        "https://user@example.com/",
        "https://user:secret@example.com/",
        "https://@example.com/",
        "https://example.com/#part",
        "https://example.com:0/",
        "https://example.com:65536/",
        "https://exa_mple/",
        "https://ex ample.com/",
        "https://example.com\\@127.0.0.1/",
        "https://ex\u0430mple.com/",
        "https://-example.com/",
        "https://[fe80::1%25eth0]/",
        "https://example.1/",
        "https://example.0x1/"
      })
  void other_forms_are_refused(String url) {
    assertThatThrownBy(() -> STRICT.check(url)).isInstanceOf(RefusedException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.com/hooks?a=b",
        "https://EXAMPLE.com:8443/",
        "https://93.184.215.14/",
        "https://[2606:2800:21f:cb07:6820:80da:af6b:8b2c]/"
      })
  void public_addresses_are_taken(String url) throws Exception {
    assertThat(STRICT.check(url).addresses()).isNotEmpty();
  }

  @Test
  void one_bad_address_among_good_ones_is_enough() {
    Addresses mixed =
        new Addresses(
            List.of(),
            host ->
                new InetAddress[] {
                  InetAddress.getAllByName("93.184.215.14")[0],
                  InetAddress.getAllByName("10.0.0.1")[0]
                });
    assertThatThrownBy(() -> mixed.check("https://example.com/"))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("10.0.0.1");
  }

  @Test
  void what_the_operator_allows_is_taken_and_there_also_http() throws Exception {
    Addresses allowing = new Addresses(List.of("127.0.0.0/8", "fd00::/8"), AddressesTest::resolve);
    assertThat(allowing.check("http://127.0.0.1:8080/x").addresses())
        .containsExactly(InetAddress.getAllByName("127.0.0.1"));
    assertThat(allowing.check("http://[fd00:ec2::254]/").addresses()).hasSize(1);
    assertThatThrownBy(() -> allowing.check("http://10.0.0.1/"))
        .isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> allowing.check("http://example.com/"))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("http");
    assertThatThrownBy(() -> allowing.check("http://2130706433/"))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void a_network_that_is_none_stops_the_start() {
    assertThatThrownBy(
            () -> new Addresses(List.of("10.0.0.0/8", "nonsense"), host -> new InetAddress[0]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nonsense");
  }
}
