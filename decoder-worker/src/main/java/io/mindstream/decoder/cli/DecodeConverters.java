package io.mindstream.decoder.cli;

import io.mindstream.decoder.decoding.DeviceChoice;
import io.mindstream.decoder.decoding.Precision;
import io.mindstream.decoder.decoding.SamplerKind;
import io.mindstream.decoder.network.NetworkArchive.Target;
import java.util.Arrays;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Options of decoding from text; a wrong one lists what is allowed. */
final class DecodeConverters {

  private DecodeConverters() {}

  /** plms, ddim or dpmpp. */
  static final class Sampler implements ITypeConverter<SamplerKind> {
    @Override
    public SamplerKind convert(String text) {
      return allowed(SamplerKind::parse, text);
    }
  }

  /** auto, cpu or gpu:N. */
  static final class Device implements ITypeConverter<DeviceChoice> {
    @Override
    public DeviceChoice convert(String text) {
      return allowed(DeviceChoice::parse, text);
    }
  }

  /** fp32, bf16 or fp16. */
  static final class NumberFormat implements ITypeConverter<Precision> {
    @Override
    public Precision convert(String text) {
      return Arrays.stream(Precision.values())
          .filter(precision -> precision.name().equalsIgnoreCase(text))
          .findFirst()
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "there is no precision '" + text + "'; choose fp32, bf16 or fp16"));
    }
  }

  /** cpu or gpu. */
  static final class ArchiveTarget implements ITypeConverter<Target> {
    @Override
    public Target convert(String text) {
      return switch (text) {
        case "cpu" -> Target.CPU;
        case "gpu" -> Target.GPU;
        default ->
            throw new TypeConversionException(
                "an archive is for gpu or cpu, not for '" + text + "'");
      };
    }
  }

  private static <T> T allowed(Function<String, T> parse, String text) {
    try {
      return parse.apply(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
