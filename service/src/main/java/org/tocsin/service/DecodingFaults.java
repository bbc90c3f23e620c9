package org.tocsin.service;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;

/** Handles records that are not what their topic promises. */
public final class DecodingFaults extends DeadLetterHandler
    implements DeserializationExceptionHandler {
  @Override
  public Response handleError(
      ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception fault) {
    received(context);
    return Response.resume(bury(context, record.key(), record.value(), "decode", fault));
  }
}
