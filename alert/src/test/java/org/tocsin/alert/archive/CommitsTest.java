package org.tocsin.alert.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CommitsTest {
  private final AtomicLong nanos = new AtomicLong();
  private int commits;
  private boolean full;
  private final Commits due = new Commits(this::commit, nanos::get);

  private void commit() throws IOException {
    if (full) {
      throw new IOException("no space");
    }
    commits++;
  }

  private void pass(long seconds) throws IOException {
    nanos.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
    due.now();
  }

  @Test
  void commitsNowAndThenWhereSomethingCame() throws IOException {
    pass(60);
    assertThat(commits).isZero();
    due.take();
    due.now();
    assertThat(commits).isEqualTo(1);
    due.take();
    pass(15);
    assertThat(commits).isEqualTo(1);
    pass(1);
    pass(60);
    assertThat(commits).isEqualTo(2);
  }

  @Test
  void triesAgainAfterAFaultAndEndsWithoutOne() throws IOException {
    due.take();
    full = true;
    assertThatThrownBy(() -> pass(16)).isInstanceOf(IOException.class);
    assertThatCode(due::end).doesNotThrowAnyException();
    full = false;
    due.now();
    assertThat(commits).isEqualTo(1);
  }
}
