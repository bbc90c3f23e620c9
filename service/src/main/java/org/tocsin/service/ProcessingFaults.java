package org.tocsin.service;

import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Handles records on which a step threw an exception. A store that cannot be read or written (a
 * full disk) is no fault of the record: the thread fails, and {@link FaultGuard} sees whether it
 * helps to begin anew.
 */
public final class ProcessingFaults extends DeadLetterHandler
    implements ProcessingExceptionHandler {
  @Override
  public Response handleError(ErrorHandlerContext context, Record<?, ?> record, Exception fault) {
    if (isKafkas(fault)) {
      return Response.fail();
    }
    return Response.resume(
        bury(
            context,
            context.sourceRawKey(),
            context.sourceRawValue(),
            context.processorNodeId(),
            fault));
  }

  private static boolean isKafkas(Throwable fault) {
    return fault instanceof KafkaException && !(fault instanceof SerializationException);
  }
}
