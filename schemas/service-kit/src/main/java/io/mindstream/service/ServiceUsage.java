package io.mindstream.service;

import io.mindstream.service.config.KnownSettings;
import io.mindstream.service.config.Setting;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What a person is told who starts a service by hand.
 *
 * @param name the service's name
 * @param port its HTTP port unless set otherwise
 */
record ServiceUsage(String name, int port) {

  private static final List<String> HELP = List.of("--help", "-h");

  /** A name with a dot; Micronaut passes over all else. */
  private static final Pattern SETTING = Pattern.compile("--?[\\w-]+(\\.[\\w\\[\\]-]+)+=.*");

  /** The code to exit with at once, where a person asked for help or gave what is no setting. */
  Optional<Integer> answer(String[] arguments) {
    List<String> given = List.of(arguments);
    if (given.stream().anyMatch(HELP::contains)) {
      System.out.println(text(KnownSettings.onClassPath()));
      return Optional.of(ExitCode.OK);
    }
    Optional<String> wrong =
        given.stream().filter(argument -> !SETTING.matcher(argument).matches()).findFirst();
    wrong.ifPresent(
        argument ->
            System.err.println(
                "%s takes settings as -NAME=VALUE, such as -mindstream.kafka.bootstrap-servers=HOST:9092;"
                        .formatted(name)
                    + " '%s' is none (--help lists them)".formatted(argument)));
    return wrong.map(any -> ExitCode.USAGE);
  }

  /** All settings, each with what it means and what holds without it. */
  String text(KnownSettings known) {
    CommandSpec spec = CommandSpec.create().name(name);
    spec.usageMessage()
        .sortOptions(false)
        .autoWidth(true)
        .customSynopsis(name + " [-NAME=VALUE]...")
        .description(
            "A service of Mindstream. Runs until it is told to end, and serves /health and"
                + " /prometheus at port "
                + port
                + " of this machine (-micronaut.server.port=N, -micronaut.server.host=ADDRESS).",
            "Each setting is an argument, an environment variable (%s) or a line of a file"
                    .formatted("MINDSTREAM_KAFKA_BOOTSTRAP_SERVERS=HOST:9092")
                + " (-micronaut.config.files=FILE); it waits for Kafka and the registry, and makes"
                + " no topic: mindstream topics does.",
            "")
        .optionListHeading("Settings:%n")
        .synopsisHeading("");
    known.settings().forEach(setting -> spec.addOption(option(setting)));
    return new CommandLine(spec).getUsageMessage();
  }

  private static OptionSpec option(Setting setting) {
    String standard = setting.standard().map(value -> " (default: " + value + ")").orElse("");
    return OptionSpec.builder("-" + setting.name() + (setting.open() ? ".NAME" : ""))
        .type(String.class)
        .paramLabel("VALUE")
        .description((setting.description() + standard).replace("%", "%%"))
        .build();
  }
}
