package io.mindstream.sink.web;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.mindstream.storage.ObjectStore;
import io.mindstream.storage.S3Server;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** The sink's server beside an object store, and no Kafka. */
final class ApiServer implements AutoCloseable {

  final S3Server store;
  final ApplicationContext context;
  private final HttpClient client = HttpClient.newHttpClient();
  private final URI address;

  ApiServer(Path folder) throws Exception {
    store = new S3Server(folder);
    context =
        ApplicationContext.run(
            Map.of(
                "micronaut.server.port",
                -1,
                "mindstream.kafka.bootstrap-servers",
                "localhost:1",
                "mindstream.sink.s3.endpoint",
                store.endpoint(),
                "mindstream.sink.s3.access-key",
                store.settings().accessKey(),
                "mindstream.sink.s3.secret-key",
                store.settings().secretKey()));
    address = context.getBean(EmbeddedServer.class).start().getURI();
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  ObjectStore objects() {
    return bean(ObjectStore.class);
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(address.resolve(path));
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
  }

  /** The lines of a stream as they come. */
  HttpResponse<Stream<String>> lines(HttpRequest request) throws IOException, InterruptedException {
    return client.send(request, HttpResponse.BodyHandlers.ofLines());
  }

  @Override
  public void close() throws Exception {
    context.close();
    store.close();
  }
}
