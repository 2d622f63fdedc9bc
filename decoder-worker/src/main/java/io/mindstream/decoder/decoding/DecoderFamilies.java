package io.mindstream.decoder.decoding;

import io.mindstream.decoder.bundle.BundleException;
import io.mindstream.decoder.bundle.ModelCard;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** The families that this program has. */
final class DecoderFamilies {

  private DecoderFamilies() {}

  /**
   * Opens a bundle of any of them.
   *
   * @param bundle an existing folder
   * @throws BundleException where it is no bundle, or of a family that is not here; the message
   *     lists those that are
   */
  static TrialDecoder open(Path bundle, DeviceChoice device, NetworkSettings network) {
    return family(bundle, ModelCard.read(bundle).family()).open(bundle, device, network);
  }

  private static DecoderFamily family(Path bundle, String name) {
    List<DecoderFamily> known =
        ServiceLoader.load(DecoderFamily.class, DecoderFamily.class.getClassLoader()).stream()
            .map(ServiceLoader.Provider::get)
            .toList();
    return known.stream()
        .filter(family -> family.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new BundleException(unknown(bundle, name, known)));
  }

  private static String unknown(Path bundle, String name, List<DecoderFamily> known) {
    return known.stream()
        .map(DecoderFamily::name)
        .sorted()
        .collect(
            Collectors.joining(
                ", ",
                bundle + " is a model of the family '" + name + "', which this program has not (",
                "); use a bundle of one of these, or a program that has it"));
  }
}
