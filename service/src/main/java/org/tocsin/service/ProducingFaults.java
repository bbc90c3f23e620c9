package org.tocsin.service;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;

/**
 * Handles results that cannot be written. What cannot be serialized is a dead letter. What the
 * broker refuses is not: by then the transaction can only be given up, so that nothing sent in it,
 * a dead letter included, would ever be seen. The thread fails instead, and {@link FaultGuard} sees
 * whether it helps to begin anew.
 */
public final class ProducingFaults extends DeadLetterHandler implements ProductionExceptionHandler {
  @Override
  public Response handleError(
      ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception fault) {
    return fault instanceof RetriableException ? Response.retry() : Response.fail();
  }

  @Override
  @SuppressWarnings("rawtypes") // Kafka's signature.
  public Response handleSerializationError(
      ErrorHandlerContext context,
      ProducerRecord record,
      Exception fault,
      SerializationExceptionOrigin origin) {
    return Response.resume(
        bury(
            context,
            context.sourceRawKey(),
            context.sourceRawValue(),
            "write to " + record.topic(),
            fault));
  }
}
