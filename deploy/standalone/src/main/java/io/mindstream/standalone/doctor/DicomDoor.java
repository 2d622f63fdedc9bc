package io.mindstream.standalone.doctor;

import io.mindstream.bridge.dimse.RejectedException;
import io.mindstream.bridge.dimse.Verification;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;

/** The port that a scanner sends DICOM to: who can reach it, and what answers there. */
public final class DicomDoor {

  private static final String WHAT = "DICOM port";
  private static final String TITLE = "DOCTOR";

  private DicomDoor() {}

  /** What was found. */
  public static List<Finding> look(int port) {
    List<String> open = new ArrayList<>(addresses(false));
    open.addAll(addresses(true));
    open.removeIf(address -> !Door.answers(address + ":" + port));
    if (open.isEmpty()) {
      return List.of(closed(port));
    }
    return List.of(reach(port, open), answer(open.get(0), port));
  }

  private static Finding closed(int port) {
    return Door.free(port)
        ? Finding.note(
            WHAT,
            "%d: nothing listens yet; start listen dicom --bind ADDRESS, or demo --no-simulator --dicom-bind ADDRESS; %s"
                .formatted(port, own()))
        : Finding.bad(WHAT, port + " cannot be opened; give another, or ask for the right to");
  }

  private static Finding reach(int port, List<String> open) {
    List<String> outside = new ArrayList<>(open);
    outside.removeAll(addresses(true));
    return outside.isEmpty()
        ? Finding.note(
            WHAT,
            "%d is open to this machine alone, no scanner reaches it; start with --bind ADDRESS (demo and standalone: --dicom-bind ADDRESS); %s"
                .formatted(port, own()))
        : Finding.ok(
            WHAT,
            "%d is open at %s; where the scanner's 'verify' (C-ECHO) fails all the same, a firewall stands between"
                .formatted(port, String.join(", ", outside)));
  }

  private static Finding answer(String address, int port) {
    try {
      Verification.send(new InetSocketAddress(address, port), TITLE, "MINDSTREAM");
      return Finding.ok("DICOM", "C-ECHO is answered");
    } catch (RejectedException e) {
      return Finding.note(
          "DICOM",
          "%s; so it should be where --allow or --scanner says who may call"
              .formatted(e.getMessage()));
    } catch (IOException e) {
      return Finding.bad(
          "DICOM",
          "something listens at port %d that answers no C-ECHO (%s); give another port"
              .formatted(port, e.getMessage()));
    }
  }

  private static String own() {
    List<String> outside = addresses(false);
    return outside.isEmpty()
        ? "this machine has no network now"
        : "this machine has " + String.join(", ", outside);
  }

  private static List<String> addresses(boolean loopback) {
    try {
      return NetworkInterface.networkInterfaces()
          .flatMap(NetworkInterface::inetAddresses)
          .filter(Inet4Address.class::isInstance)
          .filter(address -> address.isLoopbackAddress() == loopback)
          .map(InetAddress::getHostAddress)
          .sorted()
          .toList();
    } catch (SocketException e) {
      return List.of();
    }
  }
}
