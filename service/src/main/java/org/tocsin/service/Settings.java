package org.tocsin.service;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The values an installation runs with: defaults, overridden by a file, overridden by the
 * environment. All values are read once at the start, so that a bad one is found before anything
 * runs; a key that nobody declares is refused, with the nearest one that is.
 */
public final class Settings {
  private final Map<String, String> values;

  private Settings(Map<String, String> values) {
    this.values = values;
  }

  /** Settings straight from values, for tests and for programs that embed a service. */
  public static Settings of(Map<String, String> values) {
    return new Settings(new TreeMap<>(values));
  }

  /** Settings that are all at their defaults. */
  public static Settings defaults() {
    return of(Map.of());
  }

  /**
   * Reads a file, the environment and the values given for this run, the later winning.
   *
   * @param file YAML, see {@link SettingsFile}; null for none
   * @throws OperatorException naming the key, the value and the remedy
   */
  public static Settings load(
      @Nullable Path file,
      Map<String, String> environment,
      Map<String, String> overrides,
      Collection<Setting<?>> declared) {
    Map<String, String> values =
        new LinkedHashMap<>(file == null ? Map.of() : SettingsFile.read(file));
    values.keySet().forEach(key -> refuseUnknown(key, String.valueOf(file), declared));
    overrides.keySet().forEach(key -> refuseUnknown(key, "--set", declared));
    for (Setting<?> setting : declared) {
      String value = environment.get(setting.environmentName());
      if (value != null) {
        values.put(setting.key(), value);
      }
    }
    values.putAll(overrides);
    Settings settings = of(values);
    declared.forEach(settings::get);
    return settings;
  }

  /**
   * The value of a setting.
   *
   * @throws OperatorException where the written value is not one
   */
  public <T> T get(Setting<T> setting) {
    String written = values.getOrDefault(setting.key(), setting.fallback());
    try {
      return setting.parser().apply(written);
    } catch (IllegalArgumentException e) {
      throw new OperatorException(
          "setting "
              + setting.key()
              + (setting.secret() ? "" : " = '" + written + "'")
              + ": "
              + e.getMessage(),
          "Write a " + setting.unit() + ". " + setting.doc(),
          e);
    }
  }

  /** Whether a file, the environment or the run says something of a key. */
  public boolean isSet(String key) {
    return values.containsKey(key);
  }

  /** All values below a {@link Setting#map} key, by the rest of their keys. */
  public Map<String, String> under(Setting<Map<String, String>> setting) {
    String prefix = setting.key() + ".";
    Map<String, String> below = new TreeMap<>();
    values.forEach(
        (key, value) -> {
          if (key.startsWith(prefix)) {
            below.put(key.substring(prefix.length()), value);
          }
        });
    return below;
  }

  /** A copy with some values replaced. */
  public Settings with(Map<String, String> replaced) {
    Map<String, String> all = new TreeMap<>(values);
    all.putAll(replaced);
    return new Settings(all);
  }

  /** One {@code key = value} line for each declared setting, secrets hidden. */
  public List<String> describe(Collection<Setting<?>> declared) {
    List<String> lines = new ArrayList<>();
    for (Setting<?> setting : declared) {
      String written = values.getOrDefault(setting.key(), setting.fallback());
      boolean hide = setting.secret() && !written.isEmpty();
      if (!setting.isMap()) {
        lines.add(setting.key() + " = " + (hide ? "(hidden)" : written));
      }
    }
    return lines;
  }

  private static void refuseUnknown(String key, String where, Collection<Setting<?>> declared) {
    for (Setting<?> setting : declared) {
      if (setting.isMap() ? key.startsWith(setting.key() + ".") : key.equals(setting.key())) {
        return;
      }
    }
    List<String> keys = declared.stream().map(Setting::key).toList();
    String nearest = Nearest.to(key, keys);
    throw new OperatorException(
        where + ": there is no setting '" + key + "'",
        nearest == null
            ? "The shipped deploy/config/tocsin.yaml lists every setting."
            : "Did you mean '" + nearest + "'?");
  }
}
