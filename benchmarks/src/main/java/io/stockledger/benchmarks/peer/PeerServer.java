package io.stockledger.benchmarks.peer;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;

/**
 * The main class of every peer: Spring Boot, Tomcat and virtual threads as the product has them,
 * with the same {@code application.yaml}, and nothing else of Boot. {@code --peer=NAME} says which.
 */
@ImportAutoConfiguration({
  PropertyPlaceholderAutoConfiguration.class,
  TomcatServletWebServerAutoConfiguration.class,
  DispatcherServletAutoConfiguration.class,
  WebMvcAutoConfiguration.class,
  HttpMessageConvertersAutoConfiguration.class,
  JacksonAutoConfiguration.class
})
public class PeerServer {
  private static final Map<String, Class<?>> PEERS =
      Map.of(RowLock.NAME, RowLock.class, AxonDefault.NAME, AxonPeer.class, NoOp.NAME, NoOp.class);

  public static void main(String[] args) {
    String name = named(args);
    Class<?> peer = PEERS.get(name);
    if (peer == null) {
      throw new IllegalArgumentException("there is no peer " + name);
    }
    new SpringApplication(PeerServer.class, KeyFilter.class, Readiness.class, peer).run(args);
  }

  private static String named(String[] args) {
    for (String arg : args) {
      if (arg.startsWith("--peer=")) {
        return arg.substring("--peer=".length());
      }
    }
    return "without a name";
  }
}
