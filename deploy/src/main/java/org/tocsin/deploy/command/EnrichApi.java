package org.tocsin.deploy.command;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.tocsin.deploy.Installation;
import org.tocsin.enrich.EnrichSettings;
import org.tocsin.service.Settings;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of commands that talk to enrich. */
final class EnrichApi {
  @Mixin private ConfigOptions options = new ConfigOptions();

  @Option(
      names = "--api",
      paramLabel = "URL",
      description = "An enrich service (default: the one of the settings, port 8082).")
  private @Nullable URI api;

  @Option(
      names = "--token",
      paramLabel = "TOKEN",
      description = "The API token (default: the one of the settings).")
  private @Nullable String token;

  HttpApi connect() {
    Settings settings = options.settings();
    return new HttpApi(
        api == null ? Installation.enrichAddress(settings) : api,
        token == null ? settings.get(EnrichSettings.TOKEN) : token);
  }
}
