package io.mindstream.storage;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Properties;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobProviderMetadata;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStoreContext;

/** A real S3 server on a folder, which may be stopped and started again on the same port. */
public final class S3Server implements AutoCloseable {

  private final Path folder;
  private final int port;
  private S3Proxy server;

  public S3Server(Path folder) throws Exception {
    this.folder = folder;
    try (ServerSocket free = new ServerSocket(0)) {
      this.port = free.getLocalPort();
    }
    start();
  }

  public String endpoint() {
    return "http://127.0.0.1:" + port;
  }

  public StoreSettings settings() {
    return StoreSettings.of(endpoint(), "mindstream", "local", "local");
  }

  public void start() throws Exception {
    Properties properties = new Properties();
    properties.setProperty("jclouds.filesystem.basedir", folder.toString());
    BlobStoreContext store =
        ContextBuilder.newBuilder(new FilesystemNio2BlobProviderMetadata())
            .credentials("local", "local")
            .overrides(properties)
            .build(BlobStoreContext.class);
    server =
        S3Proxy.builder()
            .blobStore(store.getBlobStore())
            .endpoint(URI.create("http://127.0.0.1:" + port))
            .awsAuthentication(AuthenticationType.NONE, null, null)
            .ignoreUnknownHeaders(true)
            .build();
    server.start();
  }

  public void stop() throws IOException {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    stop();
  }
}
