package io.mindstream.storage.document;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * {@code dataset_description.json} of a derivative dataset, as BIDS 1.9 has it.
 *
 * @param name of the dataset
 * @param bidsVersion of the specification
 * @param datasetType derivative
 * @param generatedBy what made it
 */
public record DatasetDescription(
    @JsonProperty("Name") String name,
    @JsonProperty("BIDSVersion") String bidsVersion,
    @JsonProperty("DatasetType") String datasetType,
    @JsonProperty("GeneratedBy") List<Generator> generatedBy) {

  /** A program, in the words of BIDS. */
  public record Generator(
      @JsonProperty("Name") String name, @JsonProperty("Version") String version) {}

  /** That of the decoded results. */
  public static DatasetDescription ofResults() {
    return new DatasetDescription(
        "Mindstream: pictures decoded from fMRI",
        "1.9.0",
        "derivative",
        List.of(new Generator(Software.THIS.name(), Software.THIS.version())));
  }
}
