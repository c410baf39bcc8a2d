package io.stockledger.server.ledger;

import io.stockledger.api.credential.CredentialCommand.IssueCredential;
import io.stockledger.api.credential.Role;
import io.stockledger.ledger.Ledger;
import io.stockledger.server.database.DataDirectory;
import io.stockledger.server.read.ReadModels;
import io.stockledger.server.security.ApiKey;
import io.stockledger.server.settings.StockledgerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.spring.config.SpringAxonConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The key that every other key comes from. An empty ledger begins with it: it is written to a file
 * that only its owner can read, and only then issued, so that no key exists that nobody has.
 */
@Component
class OperatorKey implements SmartLifecycle {
  static final String FILE = "operator.key";
  private static final String CLIENT = "operator";
  private static final int PATIENCE_SECONDS = 30;

  /** After the ledger has started, before HTTP. */
  private static final int PHASE = SpringAxonConfiguration.LIFECYCLE_PHASE + 200;

  private static final Logger LOG = LoggerFactory.getLogger(OperatorKey.class);

  private final Ledger ledger;
  private final CommandGateway gateway;
  private final ReadModels models;
  private final Path file;
  private volatile boolean running;

  OperatorKey(
      Ledger ledger, CommandGateway gateway, ReadModels models, StockledgerSettings settings) {
    this.ledger = ledger;
    this.gateway = gateway;
    this.models = models;
    this.file = settings.dataDir().resolve(FILE);
  }

  @Override
  public void start() {
    running = true;
    if (ledger.receipts().find(CLIENT, "-").position() == 0) {
      issue(keptOrNew());
    }
  }

  /** The key of a start that was broken off before it was issued is as good as a new one. */
  private ApiKey keptOrNew() {
    try {
      if (Files.exists(file)) {
        return ApiKey.parse(Files.readString(file).strip())
            .orElseThrow(() -> new IllegalStateException(file + " holds no API key"));
      }
      ApiKey key = ApiKey.random();
      Files.createDirectories(file.toAbsolutePath().getParent());
      DataDirectory.writeSecret(file, key.text() + "\n");
      return key;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private void issue(ApiKey key) {
    Object outcome =
        gateway.sendAndWait(
            new IssueCredential(
                CLIENT,
                key.credentialId(),
                key.secretHash(),
                Set.of(Role.OPERATOR),
                Set.of(),
                null),
            PATIENCE_SECONDS,
            TimeUnit.SECONDS);
    if (outcome == null) {
      throw new IllegalStateException("the operator's key could not be issued in time");
    }
    awaitOpening();
    LOG.info("the first operator's key is in {}", file.toAbsolutePath().normalize());
  }

  /** So that it opens from the first request on. */
  private void awaitOpening() {
    try {
      long head = ledger.feed().headPosition();
      if (!models.await(ReadModels.CREDENTIALS, head, Duration.ofSeconds(PATIENCE_SECONDS))) {
        LOG.warn("the projections take long; the operator's key opens once they are there");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }
}
