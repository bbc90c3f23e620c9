package org.tocsin.alert;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.service.OperatorException;
import org.tocsin.service.Settings;

class AlertServiceTest {
  @TempDir Path folder;

  @Test
  void leavesNothingOpenWhereItsPortIsTaken() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      AlertService service =
          new AlertService(
              Settings.of(
                  Map.of(
                      "kafka.bootstrap.servers",
                      "127.0.0.1:" + other.getLocalPort(),
                      "streams.state.dir",
                      folder.toString(),
                      "alert.http.port",
                      String.valueOf(other.getLocalPort()))),
              alert -> {},
              Clock.systemUTC());
      assertThatThrownBy(service::start)
          .isInstanceOf(OperatorException.class)
          .hasMessageContaining("in use");
    }
    for (String archive : new String[] {"statement-archive", "alert-archive"}) {
      try (FSDirectory directory = FSDirectory.open(folder.resolve(archive));
          Lock lock = directory.obtainLock("write.lock")) {
        lock.ensureValid();
      }
    }
  }
}
