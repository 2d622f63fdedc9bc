package io.mindstream.decoder.cli;

import io.mindstream.decoder.bundle.BundleDescription;
import io.mindstream.decoder.bundle.ModelBundle;
import io.mindstream.decoder.bundle.TensorSpec;
import io.mindstream.decoder.bundle.VectorOrigin;
import io.mindstream.decoder.model.Architecture;
import io.mindstream.decoder.model.StateDictShapes;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** A bundle for people to read. */
final class BundleTable {

  private static final String ENCODER = StateDictShapes.CONDITION + "mae.";
  private static final String ROW = "%-16s %14s %10s  %-24s %s%n";

  private final ModelBundle bundle;
  private final BundleDescription description;
  private final Architecture architecture;
  private final StringBuilder text = new StringBuilder();

  BundleTable(ModelBundle bundle) {
    this.bundle = bundle;
    this.description = bundle.description();
    this.architecture = description.architecture();
  }

  String text() {
    origin();
    parts();
    use();
    return text.toString();
  }

  private void origin() {
    line("model", description.id() + (description.trained() ? "" : " (random weights)"));
    line("source", description.source());
    line("folder", bundle.folder().toString());
    line("sha-256", description.weightsSha256());
    text.append(System.lineSeparator());
  }

  private void parts() {
    row("part", "parameters", "MB", "keys in the source", "sizes");
    part("fMRI encoder", ENCODER, encoderSizes());
    part("condition", StateDictShapes.CONDITION, conditionSizes());
    part("UNet", StateDictShapes.UNET, unetSizes());
    part("latent decoder", StateDictShapes.LATENT_DECODER, vqSizes());
    row("total", bundle.weights().names(), "", "");
    text.append(System.lineSeparator());
  }

  private String encoderSizes() {
    Architecture.Encoder encoder = architecture.encoder();
    return "%d tokens of %d voxels, width %d, depth %d, %d heads, MLP %d%s"
        .formatted(
            encoder.tokens(),
            encoder.patchSize(),
            encoder.width(),
            encoder.depth(),
            encoder.heads(),
            encoder.mlpHidden(),
            encoder.globalPool() ? ", global pooling" : "");
  }

  private String conditionSizes() {
    return "%d x %d%s"
        .formatted(
            architecture.encoder().contextTokens(),
            architecture.encoder().contextWidth(),
            architecture.unet().timeCondition() ? ", also in the time embedding" : "");
  }

  private String unetSizes() {
    Architecture.Unet unet = architecture.unet();
    return "latent %d x %d x %d, channels %d x %s, %d blocks, attention at %s, heads %d"
        .formatted(
            unet.inChannels(),
            unet.latentHeight(),
            unet.latentWidth(),
            unet.modelChannels(),
            unet.channelMultiples(),
            unet.resBlocks(),
            factors(unet.attentionFactors()),
            unet.heads());
  }

  private static String factors(Set<Integer> factors) {
    return factors.isEmpty() ? "the middle" : "1/" + factors;
  }

  private String vqSizes() {
    Architecture.LatentDecoder vq = architecture.latentDecoder();
    int scale = 1 << (vq.channelMultiples().size() - 1);
    return "%d codes of %d, channels %d x %s, image %d x %d"
        .formatted(
            vq.codes(),
            vq.embedChannels(),
            vq.channels(),
            vq.channelMultiples(),
            architecture.unet().latentHeight() * scale,
            architecture.unet().latentWidth() * scale);
  }

  private void use() {
    Architecture.Encoder encoder = architecture.encoder();
    String roi = description.roiId() == null ? "not recorded" : description.roiId();
    String voxels =
        description.roiVoxels() == null
            ? (encoder.voxels() - encoder.patchSize()) + " to " + (encoder.voxels() - 1)
            : description.roiVoxels().toString();
    line("ROI", roi + ", " + voxels + " voxels, padded to " + encoder.voxels());
    VectorOrigin vectors = description.vectors();
    line(
        "vectors",
        vectors == null
            ? "recipe not recorded: nothing tells whether a vector suits the model"
            : "normalisation %s, windows %s s after the onset%s, %d steady volumes"
                .formatted(
                    vectors.normalisation(),
                    vectors.windowDelaySeconds(),
                    vectors.takesOwnWindows() ? " or as an event asks" : "",
                    vectors.steadyVolumes()));
    line("fMRI statistics", description.statistics().toString());
    line(
        "noise schedule",
        "%d steps, beta %s to %s; the UNet predicts the %s"
            .formatted(
                description.T(),
                description.betaStart(),
                description.betaEnd(),
                description.prediction().name().toLowerCase(Locale.ROOT)));
    line(
        "sampling",
        "%s, %d steps, %d samples, guidance %s unless told otherwise"
            .formatted(
                description.sampling().sampler(),
                description.sampling().steps(),
                description.sampling().samples(),
                description.sampling().guidance()));
  }

  private void part(String name, String prefix, String sizes) {
    Set<String> tensors =
        bundle.weights().names().stream()
            .filter(tensor -> tensor.startsWith(prefix))
            .filter(tensor -> prefix.equals(ENCODER) || !tensor.startsWith(ENCODER))
            .collect(Collectors.toSet());
    row(name, tensors, prefix + "*", sizes);
  }

  private void row(String name, Set<String> tensors, String keys, String sizes) {
    List<TensorSpec> specs = tensors.stream().map(bundle.weights()::spec).toList();
    long parameters = specs.stream().mapToLong(TensorSpec::elements).sum();
    long bytes = specs.stream().mapToLong(spec -> spec.elements() * spec.dtype().bytes()).sum();
    row(
        name,
        String.format(Locale.ROOT, "%,d", parameters),
        String.format(Locale.ROOT, "%.1f", bytes / 1e6),
        keys,
        sizes);
  }

  private void row(String... cells) {
    text.append(ROW.formatted((Object[]) cells).stripTrailing()).append(System.lineSeparator());
  }

  private void line(String title, String value) {
    text.append("%-16s %s%n".formatted(title, value));
  }
}
