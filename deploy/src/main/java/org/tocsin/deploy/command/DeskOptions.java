package org.tocsin.deploy.command;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.tocsin.alert.AlertSettings;
import org.tocsin.deploy.Installation;
import org.tocsin.service.Settings;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How commands reach the desk's API: by default the one of the settings. */
public final class DeskOptions {
  @Mixin private ConfigOptions options = new ConfigOptions();

  @Option(
      names = "--api",
      paramLabel = "URL",
      scope = CommandLine.ScopeType.INHERIT,
      description = "The alert service (default: the one of the settings, port 8080).")
  private @Nullable URI api;

  @Option(
      names = "--token",
      paramLabel = "TOKEN",
      scope = CommandLine.ScopeType.INHERIT,
      description = "The API token (default: the one of the settings).")
  private @Nullable String token;

  HttpApi http() {
    Settings settings = options.settings();
    return new HttpApi(
        api == null ? URI.create(Installation.deskAddress(settings)) : api,
        token == null ? settings.get(AlertSettings.TOKEN) : token);
  }
}
