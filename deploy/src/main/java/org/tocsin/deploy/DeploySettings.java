package org.tocsin.deploy;

import java.util.ArrayList;
import java.util.List;
import org.tocsin.alert.AlertSettings;
import org.tocsin.enrich.EnrichSettings;
import org.tocsin.ingest.IngestSettings;
import org.tocsin.service.KafkaSettings;
import org.tocsin.service.Setting;
import org.tocsin.service.access.AccessSettings;

/** The settings of the all-in-one program, and the list of all that exist. */
public final class DeploySettings {
  public static final Setting<String> DATA_DIR =
      Setting.text(
          "data.dir",
          "tocsin-data",
          "Folder of 'up' for the embedded broker's log and the stream stores; survives a"
              + " restart.");

  private DeploySettings() {}

  /** Every setting of every module, in the order of the shipped file. */
  public static List<Setting<?>> everything() {
    List<Setting<?>> all = new ArrayList<>();
    all.add(DATA_DIR);
    all.addAll(KafkaSettings.all());
    all.addAll(AccessSettings.all());
    all.addAll(IngestSettings.all());
    all.addAll(EnrichSettings.all());
    all.addAll(AlertSettings.all());
    return all;
  }
}
