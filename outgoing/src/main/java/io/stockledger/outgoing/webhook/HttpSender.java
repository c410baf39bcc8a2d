package io.stockledger.outgoing.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Sends over HTTP: resolves the host once, looks at all its addresses, and connects to one of
 * these. A certificate must be for the name in the URL, and is trusted as the Java platform trusts.
 * Each delivery has a connection of its own, so that each is looked at. Redirects are not followed,
 * proxies, cookies and credentials are not known, and of the answer only the status counts.
 */
public final class HttpSender implements Sender, AutoCloseable {
  private static final ContentType CLOUD_EVENT =
      ContentType.create("application/cloudevents+json", StandardCharsets.UTF_8);

  private static final int MOST_CONNECTIONS = 2_000;
  private static final int MOST_READ = 4_096;
  private static final int LONGEST_FAILURE = 300;

  private final Addresses addresses;
  private final Duration patience;
  private final CloseableHttpClient client;
  private final ScopedValue<InetAddress[]> checked = ScopedValue.newInstance();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /**
   * @param connecting how long a connection may take
   * @param patience how long a whole delivery may take
   */
  public HttpSender(Addresses addresses, Duration connecting, Duration patience) {
    this.addresses = addresses;
    this.patience = patience;
    PoolingHttpClientConnectionManager connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setDnsResolver(new CheckedOnly())
            .setMaxConnTotal(MOST_CONNECTIONS)
            .setMaxConnPerRoute(MOST_CONNECTIONS)
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(Timeout.of(connecting))
                    .setSocketTimeout(Timeout.of(patience))
                    .build())
            .build();
    this.client =
        HttpClients.custom()
            .setConnectionManager(connections)
            .setConnectionReuseStrategy((request, response, context) -> false)
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setResponseTimeout(Timeout.of(patience))
                    .setConnectionRequestTimeout(Timeout.of(connecting))
                    .build())
            .setUserAgent("Stockledger-Webhooks/1")
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableCookieManagement()
            .disableAuthCaching()
            .disableContentCompression()
            .build();
  }

  /** The client asks it for the addresses; it only knows those that were looked at. */
  private final class CheckedOnly implements DnsResolver {
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
      if (!checked.isBound()) {
        throw new UnknownHostException(host + " was not looked at");
      }
      return checked.get();
    }

    @Override
    public String resolveCanonicalHostname(String host) {
      return host;
    }
  }

  @Override
  public Answered send(Request request) throws InterruptedException {
    HttpPost post = post(request);
    Future<Answered> sending = threads.submit(() -> attempt(request, post));
    try {
      return sending.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | CancellationException e) {
      post.cancel();
      return new Answered(null, "no answer within " + patience.toSeconds() + " seconds");
    } catch (ExecutionException e) {
      return new Answered(null, told(e.getCause()));
    } finally {
      sending.cancel(true);
    }
  }

  private static HttpPost post(Request request) {
    HttpPost post = new HttpPost(request.url());
    post.setEntity(new StringEntity(request.body(), CLOUD_EVENT));
    post.setHeader("webhook-id", request.id());
    post.setHeader("webhook-timestamp", Long.toString(request.timestamp()));
    post.setHeader("webhook-signature", request.signature());
    return post;
  }

  private Answered attempt(Request request, HttpPost post) throws Exception {
    InetAddress[] found = addresses.check(request.url()).addresses().toArray(InetAddress[]::new);
    return ScopedValue.where(checked, found).call(() -> exchange(post));
  }

  private Answered exchange(HttpPost post) throws IOException {
    ClassicHttpResponse response = client.executeOpen(null, post, null);
    try {
      readALittle(response.getEntity());
      return answered(response.getCode());
    } finally {
      post.cancel(); // else closing would read whatever the receiver still wants to say
      response.close();
    }
  }

  private static Answered answered(int status) {
    if (status >= 200 && status < 300) {
      return new Answered(status, null);
    }
    boolean redirect = status >= 300 && status < 400;
    return new Answered(
        status,
        redirect ? "status " + status + ", a redirect is not followed" : "status " + status);
  }

  @SuppressWarnings("resource") // closing it would read the rest
  private static void readALittle(@Nullable HttpEntity entity) throws IOException {
    InputStream body = entity == null ? null : entity.getContent();
    if (body != null) {
      body.readNBytes(MOST_READ);
    }
  }

  private static String told(@Nullable Throwable fault) {
    String text = String.valueOf(fault);
    if (fault instanceof Addresses.RefusedException refused) {
      text = "address refused: " + refused.why();
    } else if (fault instanceof UnknownHostException) {
      text = "host not found: " + fault.getMessage();
    } else if (fault instanceof SSLException) {
      text = "TLS failed: " + fault.getMessage();
    }
    return text.length() > LONGEST_FAILURE ? text.substring(0, LONGEST_FAILURE) : text;
  }

  @Override
  public void close() throws IOException {
    threads.shutdownNow();
    client.close();
  }
}
