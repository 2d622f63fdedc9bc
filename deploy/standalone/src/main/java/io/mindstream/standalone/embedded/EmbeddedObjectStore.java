package io.mindstream.standalone.embedded;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.CrossOriginResourceSharing;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobProviderMetadata;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStoreContext;

/**
 * An S3 server in this JVM that keeps objects as files: S3Proxy on a folder, one folder a bucket.
 * Reachable from this machine only, and only with its keys; a browser's page of another origin gets
 * nothing.
 */
public final class EmbeddedObjectStore implements EmbeddedPart {

  private static final String HOST = "127.0.0.1";
  private static final String FOLDER_PROPERTY = "jclouds.filesystem.basedir";
  private static final int THREADS = 8;

  /** Without rules of its own the server allows every origin everything. */
  private static final CrossOriginResourceSharing NO_ORIGIN =
      new CrossOriginResourceSharing(List.of(), List.of(), List.of(), List.of(), "");

  private final S3Proxy server;
  private final BlobStoreContext store;
  private final String address;

  private EmbeddedObjectStore(S3Proxy server, BlobStoreContext store, String address) {
    this.server = server;
    this.store = store;
    this.address = address;
  }

  /**
   * Starts a server.
   *
   * @param folder keeps the objects
   * @param port where clients connect
   * @param keys what clients must sign with
   * @throws EmbeddedPartException where the port is taken or the folder cannot be used
   */
  public static EmbeddedObjectStore start(Path folder, Port port, ObjectStoreKeys keys) {
    port.requireFree();
    try {
      Files.createDirectories(folder);
      BlobStoreContext store = open(folder);
      String address = "http://" + HOST + ":" + port.number();
      S3Proxy server =
          S3Proxy.builder()
              .blobStore(store.getBlobStore())
              .endpoint(URI.create(address))
              .awsAuthentication(AuthenticationType.AWS_V4, keys.access(), keys.secret())
              .corsRules(NO_ORIGIN)
              .ignoreUnknownHeaders(true)
              .jettyMaxThreads(THREADS)
              .build();
      startOrClose(server, store);
      return new EmbeddedObjectStore(server, store, address);
    } catch (IOException e) {
      throw failed(folder, e);
    }
  }

  @Override
  public String address() {
    return address;
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new EmbeddedPartException("the S3 server did not stop: " + e.getMessage(), e);
    } finally {
      store.close();
    }
  }

  private static BlobStoreContext open(Path folder) {
    Properties properties = new Properties();
    properties.setProperty(FOLDER_PROPERTY, folder.toString());
    return ContextBuilder.newBuilder(new FilesystemNio2BlobProviderMetadata())
        .credentials("local", "local")
        .overrides(properties)
        .build(BlobStoreContext.class);
  }

  private static void startOrClose(S3Proxy server, BlobStoreContext store) throws IOException {
    try {
      server.start();
    } catch (Exception e) {
      store.close();
      throw new IOException(e.getMessage(), e);
    }
  }

  private static EmbeddedPartException failed(Path folder, IOException cause) {
    return new EmbeddedPartException(
        "the S3 server on "
            + folder
            + " did not start: "
            + cause.getMessage()
            + "; use another --data folder, or a running server by --s3-endpoint URL",
        cause);
  }
}
