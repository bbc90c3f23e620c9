package org.tocsin.service;

/**
 * A part of Tocsin that runs until it is closed. Constructed without side effects, started once,
 * closed once; {@link #close} may be called at any time and from any thread.
 */
public interface Service extends AutoCloseable {
  /** What operators call it: {@code ingest}, {@code enrich}, {@code alert}. */
  String name();

  /**
   * Starts it; returns when it has begun, not when it is ready.
   *
   * @throws OperatorException where a person must put something right first
   */
  void start();

  /** Whether it does its work now. */
  Readiness readiness();

  @Override
  void close();
}
