package io.mindstream.standalone.cli;

import io.mindstream.service.DataPath;
import io.mindstream.service.cli.ConnectionOptions;
import io.mindstream.service.cli.ConsoleTable;
import io.mindstream.service.cli.ConsoleTable.Align;
import io.mindstream.standalone.doctor.Bundle;
import io.mindstream.standalone.doctor.DicomDoor;
import io.mindstream.standalone.doctor.Door;
import io.mindstream.standalone.doctor.Finding;
import io.mindstream.standalone.doctor.Machine;
import io.mindstream.standalone.doctor.Servers;
import io.mindstream.standalone.doctor.Share;
import io.mindstream.standalone.doctor.Store;
import io.mindstream.storage.StoreSettings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what stands in a pipeline's way. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Looks at this machine, the servers and the scanner's side, and says of each finding what to"
            + " do. Exit code 1 where something does not work.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  mindstream doctor                                     this machine alone",
      "  mindstream doctor --dicom-port 11112 --scanner-folder /mnt/export",
      "  mindstream doctor --kafka broker:9092 --registry http://registry:8081 --model BUNDLE",
      "  mindstream doctor --s3-endpoint https://store:9000 --bucket lab"
    })
final class DoctorCommand implements Callable<Integer> {

  private static final int DASHBOARD = 8080;
  private static final int KAFKA = 9092;
  private static final int REGISTRY = 8081;
  private static final int STORE = 9000;

  @Mixin private ConnectionOptions connection = new ConnectionOptions();

  @Option(
      names = "--dicom-port",
      paramLabel = "N",
      description = "Port that a scanner sends DICOM to.")
  private @Nullable Integer dicomPort;

  @Option(
      names = "--scanner-folder",
      paramLabel = "DIR",
      description = "Folder or share that a scanner writes to.")
  private @Nullable Path share;

  @Option(names = "--model", paramLabel = "BUNDLE", description = "A model bundle.")
  private @Nullable Path model;

  @Option(names = "--mask", paramLabel = "FILE", description = "A mask beside the model.")
  private @Nullable Path mask;

  @Option(
      names = "--s3-endpoint",
      paramLabel = "URL",
      description =
          "An S3 server; credentials from AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY. Its clock is"
              + " compared with this machine's.")
  private @Nullable String endpoint;

  @Option(
      names = "--bucket",
      paramLabel = "NAME",
      defaultValue = "mindstream",
      description = "With --s3-endpoint: the bucket (default: ${DEFAULT-VALUE}).")
  private String bucket = "";

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The data folder (default: ~/.local/share/mindstream).")
  private @Nullable Path data;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    List<Finding> findings = findings();
    ConsoleTable table = new ConsoleTable(Align.LEFT, Align.LEFT, Align.LEFT);
    findings.forEach(found -> table.row(mark(found), found.what(), found.text()));
    PrintWriter out = spec.commandLine().getOut();
    out.print(table);
    out.flush();
    boolean bad = findings.stream().anyMatch(found -> found.level() == Finding.Level.BAD);
    return bad ? ExitCode.SOFTWARE : ExitCode.OK;
  }

  private List<Finding> findings() {
    List<Finding> findings =
        new ArrayList<>(Machine.look(data == null ? DataPath.standard() : data));
    findings.addAll(Door.own(DASHBOARD, KAFKA, REGISTRY, STORE));
    findings.addAll(Servers.look(connection.kafka(), connection.registry()));
    if (endpoint != null) {
      findings.addAll(Store.look(StoreSettings.of(endpoint, bucket, "", ""), Clock.systemUTC()));
    }
    if (model != null) {
      findings.addAll(Bundle.look(model, Optional.ofNullable(mask)));
    }
    if (dicomPort != null) {
      findings.addAll(DicomDoor.look(dicomPort));
    }
    if (share != null) {
      findings.addAll(Share.look(share));
    }
    return findings;
  }

  private static String mark(Finding found) {
    return switch (found.level()) {
      case OK -> "ok";
      case NOTE -> "note";
      case BAD -> "BAD";
    };
  }
}
