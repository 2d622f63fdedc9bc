package io.mindstream.standalone.doctor;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** Ports of this machine and of others. */
public final class Door {

  private static final int PATIENCE_MILLIS = 2000;

  private Door() {}

  /** True where something takes a connection. */
  static boolean answers(String address) {
    int colon = address.lastIndexOf(':');
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(
              address.substring(0, colon), Integer.parseInt(address.substring(colon + 1))),
          PATIENCE_MILLIS);
      return true;
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      return false;
    }
  }

  /** Which of a pipeline's own ports are taken. */
  public static List<Finding> own(int dashboard, int kafka, int registry, int store) {
    List<String> taken = new ArrayList<>();
    for (int port : new int[] {dashboard, kafka, registry, store}) {
      if (!free(port)) {
        taken.add(String.valueOf(port));
      }
    }
    return List.of(
        taken.isEmpty()
            ? Finding.ok(
                "ports", "%d, %d, %d, %d are free".formatted(dashboard, kafka, registry, store))
            : Finding.note(
                "ports",
                "taken: "
                    + String.join(", ", taken)
                    + "; by a pipeline that runs already, or start with --ports auto"));
  }

  static boolean free(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
