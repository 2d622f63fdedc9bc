package io.mindstream.preprocess.topology;

import io.mindstream.preprocess.run.ScannerRecord;
import io.mindstream.schemas.failure.DeadLetters.Origin;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** The stream's one processor: hands each record of the scanner topics to {@link RunIntake}. */
final class ScannerProcessor implements Processor<byte[], byte[], String, byte[]> {

  private final Wiring wiring;
  private final StreamObserver observer;
  private ProcessorContext<String, byte[]> context;
  private RunIntake intake;

  @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else.
  ScannerProcessor(Wiring wiring, StreamObserver observer) {
    this.wiring = wiring;
    this.observer = observer;
  }

  @Override
  public void init(ProcessorContext<String, byte[]> processorContext) {
    context = processorContext;
    Wiring.Parts parts = wiring.connect(processorContext);
    intake = parts.intake();
    context.schedule(
        RunTimers.INTERVAL, PunctuationType.WALL_CLOCK_TIME, now -> parts.timers().tick(now));
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    RecordMetadata place = context.recordMetadata().orElseThrow();
    intake.accept(
        new ScannerRecord(
            new Origin(place.topic(), place.partition(), place.offset()),
            record.timestamp(),
            context.currentSystemTimeMs(),
            record.key(),
            record.value()));
    observer.recordProcessed();
  }
}
