package org.tocsin.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tocsin.service.Setting;
import org.tocsin.service.Settings;

/** Keeps the shipped file in step with the settings that the code declares. */
class SettingsFileTest {
  private static final Path SHIPPED = Path.of("config/tocsin.yaml");

  @Test
  void shipsEverySettingWithItsDefaultAndMeaning() throws IOException {
    String expected = ShippedSettings.text();
    if (Boolean.getBoolean("tocsin.golden.update")) {
      Files.writeString(SHIPPED, expected);
    }
    assertThat(Files.readString(SHIPPED)).isEqualTo(expected);
  }

  @Test
  void readsTheShippedFile() {
    Settings settings = Settings.load(SHIPPED, Map.of(), Map.of(), DeploySettings.everything());
    for (Setting<?> setting : DeploySettings.everything()) {
      if (!ShippedSettings.DIFFERENT.containsKey(setting.key())) {
        assertThat(settings.get(setting))
            .as(setting.key())
            .isEqualTo(Settings.defaults().get(setting));
      }
    }
  }

  @Test
  void declaresEachSettingOnce() {
    assertThat(DeploySettings.everything().stream().map(Setting::key)).doesNotHaveDuplicates();
  }
}
