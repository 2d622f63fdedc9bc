package io.mindstream.bridge.cli;

import io.mindstream.bridge.kafka.DeliveryException;
import io.mindstream.bridge.service.PlaybackException;
import io.mindstream.bridge.source.FeedException;
import io.mindstream.imaging.bids.BidsException;
import io.mindstream.imaging.dicom.DicomException;
import io.mindstream.imaging.nifti.NiftiException;
import io.mindstream.imaging.roi.RoiException;
import io.mindstream.schemas.serde.IncompatibleSchemaException;
import io.mindstream.schemas.serde.RegistryUnavailableException;
import io.mindstream.schemas.topic.KafkaUnavailableException;
import io.mindstream.storage.StoreUnavailableException;
import io.mindstream.storage.recording.RecordingException;
import java.util.Objects;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Failures that people can mend become one line on standard error. */
final class CommandErrors {

  private CommandErrors() {}

  /** Runs a command; its exit code, or 1 where it failed. */
  static int report(@Nullable CommandSpec spec, Body body) throws InterruptedException {
    CommandSpec command = Objects.requireNonNull(spec, "picocli sets the spec");
    FeedPlayer player = new FeedPlayer(command);
    try {
      return body.run(player);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), String.valueOf(e.getMessage()), e);
    } catch (BidsException
        | FeedException
        | DicomException
        | NiftiException
        | RoiException
        | PlaybackException
        | DeliveryException
        | UnknownTopicOrPartitionException
        | KafkaUnavailableException
        | RegistryUnavailableException
        | IncompatibleSchemaException
        | RecordingException
        | StoreUnavailableException e) {
      player.error(String.valueOf(e.getMessage()));
      return CommandLine.ExitCode.SOFTWARE;
    }
  }

  /** What a command does. */
  @FunctionalInterface
  interface Body {
    int run(FeedPlayer player) throws InterruptedException;
  }
}
