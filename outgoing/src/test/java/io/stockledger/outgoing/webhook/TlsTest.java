package io.stockledger.outgoing.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whom deliveries trust: whoever has a certificate for the name in the URL, whatever the address
 * behind it. The certificate is of this run alone, and signed by itself.
 */
class TlsTest {
  private static final String PASSWORD = "of-this-run";
  private static final String NAME = "hooks.example";
  private static final String OTHER = "other.example";
  private static final List<String> ASKED_FOR = new CopyOnWriteArrayList<>();

  @TempDir private static Path folder;
  private static HttpsServer shop;
  private static Path trusted;

  private final Site site = new Site();

  @BeforeAll
  static void open() throws Exception {
    Path keys = folder.resolve("keys.p12");
    makeKeys(keys);
    KeyStore store = load(keys);
    trusted = folder.resolve("trusted.p12");
    KeyStore certificates = KeyStore.getInstance("PKCS12");
    certificates.load(null, null);
    certificates.setCertificateEntry("shop", store.getCertificate("shop"));
    try (OutputStream out = Files.newOutputStream(trusted)) {
      certificates.store(out, PASSWORD.toCharArray());
    }
    KeyManagerFactory keyManagers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keyManagers.init(store, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keyManagers.getKeyManagers(), null, null);
    shop = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    shop.setHttpsConfigurator(new HttpsConfigurator(context));
    shop.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    shop.createContext("/", TlsTest::take);
    shop.start();
  }

  @AfterAll
  static void close() {
    shop.stop(0);
  }

  @AfterEach
  void end() throws Exception {
    site.close();
  }

  private static void makeKeys(Path keys) throws Exception {
    Process keytool =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                    "-genkeypair",
                    "-alias",
                    "shop",
                    "-keyalg",
                    "EC",
                    "-dname",
                    "CN=" + NAME,
                    "-ext",
                    "san=dns:" + NAME,
                    "-validity",
                    "2",
                    "-storetype",
                    "PKCS12",
                    "-storepass",
                    PASSWORD,
                    "-keystore",
                    keys.toString()))
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(keytool.waitFor()).as(said).isZero();
  }

  private static KeyStore load(Path keys) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keys)) {
      store.load(in, PASSWORD.toCharArray());
    }
    return store;
  }

  private static void take(HttpExchange exchange) throws IOException {
    ExtendedSSLSession session = (ExtendedSSLSession) ((HttpsExchange) exchange).getSSLSession();
    for (SNIServerName name : session.getRequestedServerNames()) {
      ASKED_FOR.add(((SNIHostName) name).getAsciiName());
    }
    exchange.getRequestBody().readAllBytes();
    exchange.sendResponseHeaders(204, -1);
    exchange.close();
  }

  /** As a node whose Java is told to trust the certificate. */
  private HttpSender trusting() {
    System.setProperty("javax.net.ssl.trustStore", trusted.toString());
    System.setProperty("javax.net.ssl.trustStorePassword", PASSWORD);
    try {
      return site.newSender();
    } finally {
      System.clearProperty("javax.net.ssl.trustStore");
      System.clearProperty("javax.net.ssl.trustStorePassword");
    }
  }

  private void register(String webhook, String host) {
    site.names.put(host, "127.0.0.1");
    site.register(webhook, "https://" + host + ":" + shop.getAddress().getPort() + "/");
  }

  private String failureOf(String webhook) {
    DeliveryDesk desk = site.desk();
    Site.until(() -> desk.standing(site.endpoint(webhook)).retrying() == 1);
    return String.valueOf(desk.standing(site.endpoint(webhook)).lastFailure());
  }

  @Test
  void the_name_in_the_url_is_asked_for_and_must_be_in_the_certificate() throws Exception {
    register("right", NAME);
    register("wrong", OTHER);
    site.happens("A", "stock.received");
    ASKED_FOR.clear();
    try (HttpSender sender = trusting()) {
      site.node(Site.QUICK, sender, InstantSource.system());
      DeliveryDesk desk = site.desk();
      Site.until(() -> desk.standing(site.endpoint("right")).delivered() == 1);
      assertThat(failureOf("wrong")).startsWith("TLS failed: ").contains(OTHER);
      assertThat(ASKED_FOR).containsOnly(NAME);
      assertThat(desk.standing(site.endpoint("wrong")).delivered()).isZero();
    }
  }

  @Test
  void a_certificate_that_java_does_not_trust_is_refused() {
    register("untrusted", NAME);
    site.happens("A", "stock.received");
    ASKED_FOR.clear();
    site.node(Site.QUICK);
    assertThat(failureOf("untrusted"))
        .startsWith("TLS failed: ")
        .contains("unable to find valid certification path");
    assertThat(ASKED_FOR).isEmpty();
  }
}
