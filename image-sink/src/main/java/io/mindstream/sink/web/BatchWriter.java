package io.mindstream.sink.web;

import io.micronaut.core.type.Argument;
import io.micronaut.core.type.MutableHeaders;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.body.MessageBodyWriter;
import io.micronaut.http.codec.CodecException;
import io.mindstream.sink.changes.Batch;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;

/** Writes events that are bytes already: the same bytes to everybody. */
@Singleton
@Produces(MediaType.TEXT_EVENT_STREAM)
final class BatchWriter implements MessageBodyWriter<Batch> {

  @Override
  public void writeTo(
      Argument<Batch> type,
      MediaType mediaType,
      Batch batch,
      MutableHeaders headers,
      OutputStream out) {
    headers.setIfMissing("Content-Type", MediaType.TEXT_EVENT_STREAM);
    try {
      out.write(batch.bytes());
    } catch (IOException e) {
      throw new CodecException("events could not be written: " + e.getMessage(), e);
    }
  }
}
