package org.tocsin.service;

import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;

/** Handles records on which a step threw an exception. */
public final class ProcessingFaults extends DeadLetterHandler
    implements ProcessingExceptionHandler {
  @Override
  public Response handleError(ErrorHandlerContext context, Record<?, ?> record, Exception fault) {
    return Response.resume(
        bury(
            context,
            context.sourceRawKey(),
            context.sourceRawValue(),
            context.processorNodeId(),
            fault));
  }
}
