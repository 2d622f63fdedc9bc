package io.mindstream.benchmarks.scanner;

import io.mindstream.benchmarks.Quantiles;
import io.mindstream.benchmarks.scanner.FeedPipeline.Played;
import io.mindstream.bridge.dimse.StoreSender;
import io.mindstream.imaging.dicom.series.WholeVolume;
import io.mindstream.imaging.nifti.VolumeData;
import io.mindstream.schemas.avro.BoldVolume;
import io.mindstream.schemas.avro.VoxelType;
import io.mindstream.schemas.kafka.ClientProperties;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** How many volumes a second go through the feed, and how many through a bare producer. */
final class FeedThroughput {

  private final FeedPipeline pipeline;
  private final Mosaic mosaic;
  private final int volumes;

  FeedThroughput(FeedPipeline pipeline, Mosaic mosaic, int volumes) {
    this.pipeline = pipeline;
    this.mosaic = mosaic;
    this.volumes = volumes;
  }

  /** By turns, after one that is not measured. */
  void run(int turns) throws IOException, InterruptedException {
    byte[] record = record();
    System.out.printf("throughput, records of %d bytes, volumes a second%n", record.length);
    List<Double> ratios = new ArrayList<>();
    for (int turn = 0; turn <= turns; turn++) {
      double raw = raw(record);
      double feed = feed();
      System.out.printf(
          "turn %d: feed %.1f, producer %.1f, ratio %.2f%n", turn, feed, raw, feed / raw);
      if (turn > 0) {
        ratios.add(feed / raw);
      }
    }
    Quantiles all = Quantiles.of(ratios);
    System.out.printf(
        "ratio feed to producer: median %.2f, least %.2f, most %.2f%n",
        all.at(0.5), all.at(0), all.at(1));
  }

  private double feed() throws IOException, InterruptedException {
    Played run = pipeline.listen(volumes, 1);
    long begun = System.nanoTime();
    try (StoreSender sender = Sending.open(run)) {
      for (int volume = 0; volume < volumes; volume++) {
        Sending.store(sender, volume, mosaic.dataSet(volume, volume));
      }
    }
    run.finish();
    return volumes / ((System.nanoTime() - begun) / 1e9);
  }

  private double raw(byte[] record) throws InterruptedException {
    String topic = pipeline.topics().volumes().name();
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            new ClientProperties(pipeline.kafka()).producer("bare"),
            new StringSerializer(),
            new ByteArraySerializer())) {
      producer.partitionsFor(topic);
      long begun = System.nanoTime();
      List<Future<RecordMetadata>> sent = new ArrayList<>();
      for (int volume = 0; volume < volumes; volume++) {
        sent.add(producer.send(new ProducerRecord<>(topic, "bare", record)));
      }
      for (Future<RecordMetadata> each : sent) {
        each.get();
      }
      return volumes / ((System.nanoTime() - begun) / 1e9);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the bare producer's record was not taken", e);
    }
  }

  private byte[] record() {
    WholeVolume volume = MosaicRead.volume(mosaic.file(0, 0));
    VolumeData data = volume.data();
    BoldVolume value =
        BoldVolume.newBuilder()
            .setRunId("bare")
            .setIndex(0)
            .setAcquiredAt(Instant.EPOCH)
            .setReceivedAt(Instant.EPOCH)
            .setNx(volume.shape().nx())
            .setNy(volume.shape().ny())
            .setNz(volume.shape().nz())
            .setType(VoxelType.valueOf(data.type().name()))
            .setSlope(data.slope())
            .setIntercept(data.intercept())
            .setVoxels(data.bytes().duplicate())
            .build();
    return pipeline.topics().volumes().codec(pipeline.registry()).encode(value);
  }
}
