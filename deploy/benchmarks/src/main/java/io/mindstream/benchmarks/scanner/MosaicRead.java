package io.mindstream.benchmarks.scanner;

import io.mindstream.imaging.dicom.DicomReader;
import io.mindstream.imaging.dicom.MemoryBytes;
import io.mindstream.imaging.dicom.series.AssemblyEvent;
import io.mindstream.imaging.dicom.series.AssemblySettings;
import io.mindstream.imaging.dicom.series.VolumeAssembler;
import io.mindstream.imaging.dicom.series.WholeVolume;
import io.mindstream.imaging.nifti.VolumeData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** From a mosaic's bytes to its voxels, as the first one of a series. */
@State(Scope.Benchmark)
public class MosaicRead {

  /** The mosaic's file. */
  @Param("")
  public String path = "";

  private byte[] bytes = {};

  /** Reads the file once. */
  @Setup
  public void load() throws IOException {
    bytes = Files.readAllBytes(Path.of(path));
  }

  /** Parses and assembles. */
  @Benchmark
  @BenchmarkMode(Mode.SampleTime)
  @OutputTimeUnit(TimeUnit.MILLISECONDS)
  public VolumeData read() {
    return volume(bytes).data();
  }

  static WholeVolume volume(byte[] file) {
    VolumeAssembler assembler = new VolumeAssembler(AssemblySettings.usual());
    for (AssemblyEvent event :
        assembler.offer(DicomReader.read(new MemoryBytes("mosaic", file)), Instant.EPOCH)) {
      if (event instanceof AssemblyEvent.VolumeWhole whole) {
        return whole.volume();
      }
    }
    throw new IllegalArgumentException("the file is no mosaic of a whole volume");
  }
}
