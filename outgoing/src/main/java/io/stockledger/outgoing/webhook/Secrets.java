package io.stockledger.outgoing.webhook;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The secrets of endpoints. None is stored: each is derived from the key of the installation, which
 * is made by the first node that needs it.
 */
public final class Secrets {
  private static final int BYTES = 32;
  private static final String PREFIX = "whsec_";

  private final JdbcClient jdbc;
  private volatile byte @Nullable [] key;

  /**
   * @param dataSource whose search path is the schema of what was told
   */
  public Secrets(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
  }

  /**
   * @param number 1 for the first secret of an endpoint, one more for each rotation
   */
  public byte[] of(String webhook, int number) {
    String name = "webhook/" + webhook + "/" + number;
    return Signature.mac(installationKey(), name.getBytes(StandardCharsets.UTF_8));
  }

  /** The secret as it is told. */
  public String text(String webhook, int number) {
    return PREFIX + Base64.getEncoder().encodeToString(of(webhook, number));
  }

  private byte[] installationKey() {
    byte[] known = key;
    if (known == null) {
      byte[] made = new byte[BYTES];
      new SecureRandom().nextBytes(made);
      jdbc.sql(
              "insert into installation_key (key, made_at) values (:key, now()) on conflict do nothing")
          .param("key", made)
          .update();
      known = jdbc.sql("select key from installation_key").query(byte[].class).single();
      key = known;
    }
    return known;
  }
}
