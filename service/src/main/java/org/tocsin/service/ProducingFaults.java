package org.tocsin.service;

import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.jspecify.annotations.Nullable;

/** Handles results that cannot be written. */
public final class ProducingFaults extends DeadLetterHandler implements ProductionExceptionHandler {
  @Override
  public Response handleError(
      ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception fault) {
    if (fault instanceof RetriableException) {
      return Response.retry();
    }
    if (fault instanceof AuthorizationException || record.topic().endsWith(deadLetters())) {
      return Response.fail();
    }
    return Response.resume(buryResult(context, record.key(), record.value(), record, fault));
  }

  @Override
  @SuppressWarnings("rawtypes") // Kafka's signature.
  public Response handleSerializationError(
      ErrorHandlerContext context,
      ProducerRecord record,
      Exception fault,
      SerializationExceptionOrigin origin) {
    return Response.resume(buryResult(context, null, null, record, fault));
  }

  private List<ProducerRecord<byte[], byte[]>> buryResult(
      ErrorHandlerContext context,
      byte @Nullable [] key,
      byte @Nullable [] value,
      ProducerRecord<?, ?> record,
      Exception fault) {
    boolean source = context.sourceRawValue() != null;
    return bury(
        context,
        source ? context.sourceRawKey() : key,
        source ? context.sourceRawValue() : value,
        "write to " + record.topic(),
        fault);
  }
}
