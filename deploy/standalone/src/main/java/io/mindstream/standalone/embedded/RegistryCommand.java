package io.mindstream.standalone.embedded;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** The command line of the registry's process. */
final class RegistryCommand {

  /** Unpacked here by the build; the launcher and the tests set it. */
  private static final String HOME_PROPERTY = "mindstream.apicurio.home";

  private static final String RUNNER_SUFFIX = "-runner.jar";

  /** Small: a handful of schemas, one client. */
  private static final List<String> JVM =
      List.of("-Xmx160m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto");

  private RegistryCommand() {}

  static List<String> of(Path folder, int port) throws IOException {
    Path runner = runner();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JVM);
    command.addAll(settings(folder, port));
    command.add("-cp");
    command.add(runner + File.pathSeparator + ownClasses());
    command.add(ChildOfParent.class.getName());
    command.add(mainClass(runner));
    return command;
  }

  /** Schemas live in an H2 file, since their ids are inside the records that Kafka keeps. */
  private static List<String> settings(Path folder, int port) {
    List<String> settings =
        new ArrayList<>(
            List.of(
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + port,
                "-Dquarkus.http.access-log.enabled=false",
                "-Dapicurio.datasource.url=jdbc:h2:file:"
                    + folder.resolve("registry").toAbsolutePath()));
    for (String pool : List.of("", "blue.", "green.")) {
      settings.add("-Dapicurio.datasource." + pool + "jdbc.initial-size=1");
      settings.add("-Dapicurio.datasource." + pool + "jdbc.min-size=1");
      settings.add("-Dapicurio.datasource." + pool + "jdbc.max-size=8");
    }
    return settings;
  }

  private static Path runner() throws IOException {
    Path home = home();
    if (!Files.isDirectory(home)) {
      throw missing(home);
    }
    try (Stream<Path> files = Files.list(home)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(RUNNER_SUFFIX))
          .findFirst()
          .orElseThrow(() -> missing(home));
    }
  }

  /** Said by the property, else beside our own classes, where the build unpacks it. */
  private static Path home() throws IOException {
    String said = System.getProperty(HOME_PROPERTY);
    return said == null ? ownClasses().resolveSibling("apicurio") : Path.of(said);
  }

  private static EmbeddedPartException missing(Path home) {
    return new EmbeddedPartException(
        "no schema registry in '"
            + home
            + "' ("
            + HOME_PROPERTY
            + "); build with ./mindstream, or give a running one by --registry URL",
        null);
  }

  private static String mainClass(Path runner) throws IOException {
    try (JarFile jar = new JarFile(runner.toFile())) {
      return jar.getManifest().getMainAttributes().getValue(Attributes.Name.MAIN_CLASS);
    }
  }

  private static Path ownClasses() throws IOException {
    try {
      return Path.of(
          RegistryCommand.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }
}
