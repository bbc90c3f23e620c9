package org.tocsin.alert.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.store.AlreadyClosedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.alert.Samples;
import org.tocsin.alert.query.Query;
import org.tocsin.service.Settings;

/** A disk that is full, and files that cannot be read. */
class ArchiveFaultsTest {
  private static final Bounds BOUNDS = Bounds.of(Duration.ofDays(30));

  @TempDir Path state;

  @Test
  void goesOnAfterAFullDiskFromWhatWasWrittenDown() throws IOException {
    FaultyDisk disk = new FaultyDisk();
    try (StatementArchive archive = new StatementArchive(disk, BOUNDS)) {
      archive.take(0, 0, Samples.sighting("a", "the port closes"));
      archive.commit();
      disk.fill();
      assertThatThrownBy(() -> archive.take(0, 1, Samples.sighting("b", "the port opens")))
          .hasMessageContaining("no space");
      disk.mend();
      assertThatThrownBy(
              () -> new WatchTrial(archive, ZoneOffset.UTC).run(Query.parse("port"), null, 7))
          .isInstanceOf(AlreadyClosedException.class);
      archive.heal();
      assertThat(archive.next(0)).isEqualTo(1);
      archive.take(0, 1, Samples.sighting("b", "the port opens"));
      archive.commit();
      assertThat(new WatchTrial(archive, ZoneOffset.UTC).run(Query.parse("port"), null, 7).count())
          .isEqualTo(2);
    }
  }

  @Test
  void beginsAnewWhereAMergeFindsFilesThatCannotBeRead() throws IOException {
    FaultyDisk disk = new FaultyDisk();
    try (StatementArchive archive = new StatementArchive(disk, BOUNDS)) {
      archive.take(0, 0, Samples.sighting("a", "the port closes"));
      archive.commit();
      disk.spoil();
      assertThatThrownBy(() -> archive.take(0, 1, Samples.sighting("b", "the port opens")))
          .hasMessageContaining("checksum");
      disk.mend();
      archive.heal();
      assertThat(archive.next(0)).isZero();
      archive.take(0, 0, Samples.sighting("a", "the port closes"));
      archive.commit();
      assertThat(archive.size()).isEqualTo(1);
    }
  }

  /** Its terms lie in files of their own, which only a search opens. */
  @Test
  void beginsAnewWhereALargeSegmentCannotBeRead() throws Exception {
    for (String part : List.of(".tim", ".fdt", ".dvd")) {
      try (ArchiveFolder<StatementArchive> folder = open()) {
        for (int i = 0; i < 25; i++) {
          folder.archive().take(0, i, Samples.sighting("a" + i, "the port closes"));
          folder.archive().commit();
        }
      }
      spoil(part);
      try (ArchiveFolder<StatementArchive> folder = open()) {
        assertThat(folder.archive().next(0)).as(part).isZero();
      }
    }
  }

  private ArchiveFolder<StatementArchive> open() {
    return ArchiveFolder.open(
        Settings.of(Map.of("streams.state.dir", state.toString())),
        "statement-archive",
        folder -> new StatementArchive(folder, BOUNDS));
  }

  @Test
  void beginsAnewWhereFilesCannotBeRead() throws Exception {
    for (String part : List.of("segments_", ".cf", ".si")) {
      try (ArchiveFolder<StatementArchive> folder = open()) {
        folder.archive().take(0, 0, Samples.sighting("a", "the port closes"));
        folder.archive().commit();
      }
      spoil(part);
      try (ArchiveFolder<StatementArchive> folder = open()) {
        assertThat(folder.archive().next(0)).as(part).isZero();
        folder.archive().take(0, 0, Samples.sighting("a", "the port closes"));
        assertThat(folder.archive().size()).isEqualTo(1);
      }
    }
  }

  @Test
  void beginsAnewWhereAFileIsMissing() throws Exception {
    try (ArchiveFolder<StatementArchive> folder = open()) {
      folder.archive().take(0, 0, Samples.sighting("a", "the port closes"));
      folder.archive().commit();
    }
    files(".si").forEach(file -> assertThat(file.toFile().delete()).isTrue());
    try (ArchiveFolder<StatementArchive> folder = open()) {
      assertThat(folder.archive().next(0)).isZero();
    }
  }

  private void spoil(String part) throws IOException {
    List<Path> files = files(part);
    assertThat(files).isNotEmpty();
    for (Path file : files) {
      Files.writeString(file, "not what Lucene wrote");
    }
  }

  private List<Path> files(String part) throws IOException {
    try (Stream<Path> files = Files.walk(state)) {
      return files.filter(file -> file.getFileName().toString().contains(part)).toList();
    }
  }
}
