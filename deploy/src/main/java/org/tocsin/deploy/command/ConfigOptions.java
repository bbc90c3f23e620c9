package org.tocsin.deploy.command;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.deploy.DeploySettings;
import org.tocsin.service.Settings;
import picocli.CommandLine.Option;

/** The options of every command that needs settings. */
final class ConfigOptions {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Settings, as in deploy/config/tocsin.yaml.")
  private @Nullable Path file;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "A setting for this run; wins over file and environment.")
  private Map<String, String> overrides = new LinkedHashMap<>();

  /** The settings of this run, checked. */
  Settings settings() {
    return Settings.load(file, System.getenv(), overrides, DeploySettings.everything());
  }
}
