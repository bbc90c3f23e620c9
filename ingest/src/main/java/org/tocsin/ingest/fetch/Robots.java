package org.tocsin.ingest.fetch;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tocsin.ingest.fetch.Answer.Validators;
import org.tocsin.ingest.fetch.WebClient.Response;

/**
 * What hosts want of robots (RFC 9309): asked once a day. A host without robots.txt allows all; one
 * that cannot answer is left alone for a while.
 */
final class Robots {
  private static final Duration GOOD = Duration.ofHours(24);
  private static final Duration TROUBLE = Duration.ofMinutes(10);
  private static final Duration LONGEST_DELAY = Duration.ofMinutes(1);
  private static final int REMEMBERED = 10_000;
  private static final int MOST_REDIRECTS = 5;

  /** As much as RFC 9309 asks a crawler to read at least. */
  private static final int READ = 500 << 10;

  private final WebClient web;
  private final Hosts hosts;
  private final Clock clock;
  private final String agent;
  private final Map<String, Known> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
          return size() > REMEMBERED;
        }
      };

  Robots(WebClient web, Hosts hosts, Clock clock, String userAgent) {
    this.web = web;
    this.hosts = hosts;
    this.clock = clock;
    this.agent = userAgent.split("[/ ]", 2)[0].toLowerCase(Locale.ROOT);
  }

  /** Whether we may fetch an address; learns the host's crawl delay on the way. */
  boolean allow(URI address) throws InterruptedException {
    String host = Hosts.of(address);
    Known rules = lookUp(host);
    if (rules == null) {
      rules = ask(host, address);
      remember(host, rules);
    }
    return rules.rules.isAllowed(address.toString());
  }

  private synchronized @org.jspecify.annotations.Nullable Known lookUp(String host) {
    Known found = known.get(host);
    return found == null || found.until.isBefore(clock.instant()) ? null : found;
  }

  private synchronized void remember(String host, Known rules) {
    known.put(host, rules);
    long delay = rules.rules.getCrawlDelay();
    Duration wanted = delay <= 0 ? Duration.ZERO : Duration.ofMillis(delay);
    hosts.delay(host, wanted.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : wanted);
  }

  /** Redirects are followed as RFC 9309 wants, also to the same host under https. */
  private Known ask(String host, URI address) throws InterruptedException {
    URI robots = address.resolve("/robots.txt");
    try {
      Response answer = get(host, robots);
      for (int hop = 0; answer.redirect() && hop < MOST_REDIRECTS; hop++) {
        robots = robots.resolve(String.valueOf(answer.location()));
        answer = get(Hosts.of(robots), robots);
      }
      return rules(robots, answer);
    } catch (FetchException e) {
      boolean useless = e.why() == FetchException.Cause.TOO_LARGE;
      return new Known(
          mode(useless ? RobotRulesMode.ALLOW_ALL : RobotRulesMode.ALLOW_NONE),
          clock.instant().plus(TROUBLE));
    } catch (IllegalArgumentException e) {
      return new Known(mode(RobotRulesMode.ALLOW_ALL), clock.instant().plus(GOOD));
    }
  }

  private Response get(String host, URI robots) throws FetchException, InterruptedException {
    hosts.enter(host);
    try {
      return web.get(robots, Validators.NONE);
    } finally {
      hosts.leave(host);
    }
  }

  private Known rules(URI address, Response answer) {
    if (answer.status() == Response.FOUND) {
      BaseRobotRules rules =
          new SimpleRobotRulesParser()
              .parseContent(address.toString(), begin(answer.body()), "text/plain", List.of(agent));
      return new Known(rules, clock.instant().plus(GOOD));
    }
    boolean trouble = answer.status() >= 500 || answer.status() == 429;
    return new Known(
        mode(trouble ? RobotRulesMode.ALLOW_NONE : RobotRulesMode.ALLOW_ALL),
        clock.instant().plus(trouble ? TROUBLE : GOOD));
  }

  private static byte[] begin(byte[] body) {
    return body.length > READ ? Arrays.copyOf(body, READ) : body;
  }

  private static BaseRobotRules mode(RobotRulesMode mode) {
    return new SimpleRobotRules(mode);
  }

  private record Known(BaseRobotRules rules, Instant until) {}
}
