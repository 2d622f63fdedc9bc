package io.mindstream.standalone.pipeline;

import io.mindstream.standalone.embedded.Port;

/**
 * Where the pipeline listens on this machine.
 *
 * @param dashboard the dashboard, health and metrics (HTTP)
 * @param kafka the embedded broker
 * @param registry the embedded schema registry (HTTP)
 * @param s3 the embedded S3 server (HTTP)
 */
public record Ports(Port dashboard, Port kafka, Port registry, Port s3) {

  private static final String DASHBOARD_OPTION = "--port";
  private static final String KAFKA_OPTION = "--kafka-port";
  private static final String REGISTRY_OPTION = "--registry-port";
  private static final String S3_OPTION = "--s3-port";

  /** Ports by number. */
  public static Ports of(int dashboard, int kafka, int registry, int s3) {
    return new Ports(
        new Port(dashboard, DASHBOARD_OPTION),
        new Port(kafka, KAFKA_OPTION),
        new Port(registry, REGISTRY_OPTION),
        new Port(s3, S3_OPTION));
  }

  /** Ports that are free now. */
  public static Ports anyFree() {
    return new Ports(
        Port.anyFree(DASHBOARD_OPTION),
        Port.anyFree(KAFKA_OPTION),
        Port.anyFree(REGISTRY_OPTION),
        Port.anyFree(S3_OPTION));
  }
}
