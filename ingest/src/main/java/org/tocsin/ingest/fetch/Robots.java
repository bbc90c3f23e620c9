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
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.fetch.Answer.Validators;
import org.tocsin.ingest.fetch.FetchException.Cause;
import org.tocsin.ingest.fetch.WebClient.Response;
import org.tocsin.ingest.url.WebAddress;

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

  /**
   * Lets an address pass that we may fetch; learns the host's crawl delay on the way.
   *
   * @throws FetchException where robots.txt forbids it, or with the cause for which it cannot be
   *     asked
   */
  void check(URI address) throws FetchException, InterruptedException {
    String host = Hosts.of(address);
    Known rules = lookUp(host);
    if (rules == null) {
      rules = ask(host, address);
      remember(host, rules);
    }
    hosts.delay(host, rules.delay());
    FetchException trouble = rules.trouble;
    if (trouble != null) {
      throw new FetchException(
          trouble.why(),
          "robots.txt of " + host + ": " + trouble.getMessage(),
          trouble.retryAfter(),
          trouble);
    }
    if (!rules.rules.isAllowed(address.toString())) {
      throw new FetchException(Cause.ROBOTS, "robots.txt of " + host + " does not allow it");
    }
  }

  private synchronized @Nullable Known lookUp(String host) {
    Known found = known.get(host);
    return found == null || found.until.isBefore(clock.instant()) ? null : found;
  }

  private synchronized void remember(String host, Known rules) {
    known.put(host, rules);
  }

  /** Redirects are followed as RFC 9309 wants, also to the same host under https. */
  private Known ask(String host, URI address) throws InterruptedException {
    URI robots = address.resolve("/robots.txt");
    try {
      Response answer = get(host, robots);
      for (int hop = 0; answer.redirect() && hop < MOST_REDIRECTS; hop++) {
        robots = WebAddress.redirected(robots, String.valueOf(answer.location()));
        answer = get(Hosts.of(robots), robots);
      }
      return rules(robots, answer);
    } catch (FetchException e) {
      boolean useless = e.why() == Cause.TOO_LARGE || e.why() == Cause.ADDRESS;
      return useless ? Known.ALL.until(clock.instant().plus(TROUBLE)) : trouble(e);
    } catch (IllegalArgumentException e) {
      return Known.ALL.until(clock.instant().plus(GOOD));
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
      return new Known(rules, null, clock.instant().plus(GOOD));
    }
    boolean trouble = answer.status() >= 500 || answer.status() == 429;
    return trouble
        ? trouble(FetchException.ofStatus(answer, clock.instant()))
        : Known.ALL.until(clock.instant().plus(GOOD));
  }

  private Known trouble(FetchException why) {
    return new Known(Known.ALL.rules, why, clock.instant().plus(TROUBLE));
  }

  private static byte[] begin(byte[] body) {
    return body.length > READ ? Arrays.copyOf(body, READ) : body;
  }

  /**
   * What is known of one host.
   *
   * @param trouble why it could not be asked; null where it could
   */
  private record Known(BaseRobotRules rules, @Nullable FetchException trouble, Instant until) {
    static final Known ALL =
        new Known(new SimpleRobotRules(RobotRulesMode.ALLOW_ALL), null, Instant.MAX);

    Known until(Instant end) {
      return new Known(rules, trouble, end);
    }

    Duration delay() {
      long wanted = Math.max(0, rules.getCrawlDelay());
      return Duration.ofMillis(Math.min(wanted, LONGEST_DELAY.toMillis()));
    }
  }
}
