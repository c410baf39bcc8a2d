package io.stockledger.benchmarks.crash.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommitWatchTest {
  private static final String RECEIPTS = "insert into ledger.receipt (client) values ($1)";
  private static final int SSL = 80877103;
  private static final int VERSION_3 = 3 << 16;

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final DataOutputStream client = new DataOutputStream(said);

  @Test
  void a_commit_behind_receipts_is_seen_also_when_it_was_parsed_long_before() throws IOException {
    greet();
    parse("S_1", RECEIPTS);
    parse("S_2", "COMMIT");
    bind("S_1");
    bind("S_2");
    bind("S_1");
    bind("S_2");
    assertThat(commits()).containsExactly(false, false, false, false, false, true, false, true);
  }

  @Test
  void a_commit_of_anything_else_is_not() throws IOException {
    greet();
    parse("", "update token_entry set token = $1");
    bind("");
    parse("", "COMMIT");
    bind("");
    message('Q', "commit\0");
    assertThat(commits()).doesNotContain(true);
  }

  @Test
  void what_is_read_is_what_was_said() throws IOException {
    greet();
    parse("S_1", RECEIPTS);
    CommitWatch watch = new CommitWatch();
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(said.toByteArray()));
    ByteArrayOutputStream passed = new ByteArrayOutputStream();
    while (in.available() > 0) {
      passed.write(watch.next(in));
    }
    assertThat(passed.toByteArray()).isEqualTo(said.toByteArray());
  }

  @Test
  void what_is_no_message_is_refused() {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(new byte[8]));
    assertThatThrownBy(() -> new CommitWatch().next(in)).isInstanceOf(IOException.class);
  }

  private void greet() throws IOException {
    client.writeInt(8);
    client.writeInt(SSL);
    byte[] parameters = "user\0app\0\0".getBytes(StandardCharsets.UTF_8);
    client.writeInt(8 + parameters.length);
    client.writeInt(VERSION_3);
    client.write(parameters);
  }

  private void parse(String name, String sql) throws IOException {
    message('P', name + "\0" + sql + "\0\0\0");
  }

  private void bind(String statement) throws IOException {
    message('B', "\0" + statement + "\0\0\0\0\0\0\0");
  }

  private void message(char type, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    client.writeByte(type);
    client.writeInt(4 + bytes.length);
    client.write(bytes);
  }

  /** For each message whether it commits receipts. */
  private List<Boolean> commits() throws IOException {
    CommitWatch watch = new CommitWatch();
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(said.toByteArray()));
    List<Boolean> commits = new ArrayList<>();
    while (in.available() > 0) {
      commits.add(watch.isCommit(watch.next(in)));
    }
    return commits;
  }
}
