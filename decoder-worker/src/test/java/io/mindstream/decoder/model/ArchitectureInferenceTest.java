package io.mindstream.decoder.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mindstream.decoder.model.Architecture.Encoder;
import io.mindstream.decoder.model.Architecture.LatentDecoder;
import io.mindstream.decoder.model.Architecture.Unet;
import io.mindstream.decoder.model.ArchitectureInference.UntoldSizes;
import io.mindstream.testing.SharedData;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureInferenceTest {

  private static final Encoder ENCODER = new Encoder(16, 9, 32, 2, 4, 32, false, 77, 24);
  private static final Unet UNET =
      new Unet(3, 3, 32, List.of(1, 2), 1, Set.of(2), 1, 1, true, 8, 8);
  private static final LatentDecoder LATENT =
      new LatentDecoder(3, 3, 64, 32, List.of(1, 2), 1, Set.of(), 3);

  static Stream<Architecture> architectures() {
    return Stream.of(
        new Architecture(ENCODER, UNET, LATENT),
        new Architecture(new Encoder(8, 9, 32, 3, 4, 128, false, 77, 24), UNET, LATENT),
        new Architecture(new Encoder(16, 9, 32, 2, 4, 32, true, 1, 24), UNET, LATENT),
        new Architecture(
            ENCODER,
            new Unet(3, 3, 64, List.of(1, 2, 3, 4, 5), 3, Set.of(1, 4, 16), 1, 2, true, 16, 16),
            LATENT),
        new Architecture(
            ENCODER, new Unet(3, 3, 32, List.of(2), 2, Set.of(), 1, 1, false, 8, 8), LATENT),
        new Architecture(
            ENCODER,
            new Unet(4, 4, 32, List.of(1, 1), 1, Set.of(1, 2), 1, 1, true, 8, 8),
            new LatentDecoder(4, 8, 48, 32, List.of(1, 2, 4), 0, Set.of(0, 2), 3)));
  }

  @ParameterizedTest
  @MethodSource("architectures")
  void shouldInferEverySizeFromShapes(Architecture architecture) {
    UntoldSizes given =
        new UntoldSizes(
            architecture.encoder().heads(),
            architecture.unet().heads(),
            architecture.unet().latentHeight());
    Map<String, long[]> shapes = StateDictShapes.of(architecture);
    assertThat(ArchitectureInference.infer(shapes, given)).isEqualTo(architecture);
  }

  @Test
  void shouldInferReleasedSizes() throws IOException {
    assertThat(ArchitectureInference.infer(released(), new UntoldSizes(16, 1, 64)))
        .isEqualTo(ModelSize.RELEASED.architecture(4643));
  }

  @Test
  void shouldNeedExactlyReleasedTensorsThatDecodingUses() throws IOException {
    Architecture architecture = ModelSize.RELEASED.architecture(4643);
    ShapeComparison comparison = ShapeComparison.of(StateDictShapes.of(architecture), released());
    assertThat(comparison.complete()).isTrue();
    assertThat(comparison.unused())
        .allMatch(
            name ->
                name.startsWith("first_stage_model.encoder.")
                    || name.startsWith("first_stage_model.quant_conv.")
                    || name.endsWith("cls_token")
                    || name.endsWith("mask_token")
                    || !name.contains("."));
  }

  private static Map<String, long[]> released() throws IOException {
    JsonNode json =
        new ObjectMapper()
            .readTree(SharedData.of("reference/state-dict-shapes-full.json").toFile());
    Map<String, long[]> shapes = new LinkedHashMap<>();
    json.properties()
        .forEach(
            tensor ->
                shapes.put(
                    tensor.getKey(),
                    StreamSupport.stream(tensor.getValue().spliterator(), false)
                        .mapToLong(JsonNode::asLong)
                        .toArray()));
    return shapes;
  }

  @Test
  void shouldNameTensorThatIsMissing() {
    assertThatThrownBy(() -> ArchitectureInference.infer(Map.of(), new UntoldSizes(1, 1, 8)))
        .isInstanceOf(UnusableArchitectureException.class)
        .hasMessageContaining("patch_embed.proj.weight");
  }

  @Test
  void shouldRefuseHeadsThatDoNotDivideTheWidth() {
    Map<String, long[]> shapes = StateDictShapes.of(new Architecture(ENCODER, UNET, LATENT));
    assertThatThrownBy(() -> ArchitectureInference.infer(shapes, new UntoldSizes(5, 1, 8)))
        .hasMessageContaining("cannot be split into 5 heads");
  }

  @Test
  void shouldSeeThroughWrappers() {
    assertThat(
            StateDictNames.plain(
                    List.of(
                        "module.model.diffusion_model.out.2.bias",
                        "model._orig_mod.diffusion_model.out.0.bias",
                        "net.cond_stage_model.dim_mapper.bias",
                        "betas"))
                .keySet())
        .containsExactly(
            "model.diffusion_model.out.2.bias",
            "model.diffusion_model.out.0.bias",
            "cond_stage_model.dim_mapper.bias",
            "betas");
  }
}
