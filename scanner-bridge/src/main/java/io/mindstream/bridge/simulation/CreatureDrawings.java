package io.mindstream.bridge.simulation;

import static io.mindstream.bridge.simulation.Pen.box;
import static io.mindstream.bridge.simulation.Pen.curve;
import static io.mindstream.bridge.simulation.Pen.oval;
import static io.mindstream.bridge.simulation.Pen.path;
import static io.mindstream.bridge.simulation.Pen.polygon;

/** Faces, cats, trees. */
final class CreatureDrawings {

  private CreatureDrawings() {}

  static void face(Pen pen) {
    Palette c = pen.palette();
    pen.fill(c.dark(), oval(0, -0.22, 0.80, 0.78)); // Hair.
    pen.fill(c.main(), oval(-0.72, 0.08, 0.15, 0.2)).fill(c.main(), oval(0.72, 0.08, 0.15, 0.2));
    pen.fill(c.main(), oval(0, 0.12, 0.70, 0.84));
    pen.fill(
        c.dark(),
        curve(
            -0.68, -0.12, -0.6, -0.9, 0.6, -0.9, 0.68, -0.12, 0.3, -0.5, -0.2, -0.5, -0.68, -0.12));
    for (int side = -1; side <= 1; side += 2) {
      pen.fill(c.paper(), oval(side * 0.29, 0.02, 0.17, 0.13));
      pen.patch(c.ink(), oval(side * 0.27, 0.03, 0.075, 0.085));
      pen.stroke(
          c.ink(),
          0.07,
          curve(side * 0.46, -0.19, side * 0.38, -0.26, side * 0.22, -0.26, side * 0.13, -0.2));
      pen.patch(c.light(), oval(side * 0.42, 0.34, 0.12, 0.09));
    }
    pen.stroke(c.dark(), 0.06, curve(0.0, 0.1, 0.03, 0.2, 0.12, 0.32, -0.03, 0.34));
    pen.fill(
        c.blush(),
        curve(-0.3, 0.52, -0.1, 0.6, 0.1, 0.6, 0.3, 0.52, 0.16, 0.8, -0.16, 0.8, -0.3, 0.52));
  }

  static void cat(Pen pen) {
    Palette c = pen.palette();
    pen.stroke(c.ink(), 0.21, curve(0.42, 0.75, 1.0, 0.85, 1.0, 0.2, 0.74, 0.02));
    pen.stroke(c.main(), 0.14, curve(0.42, 0.75, 1.0, 0.85, 1.0, 0.2, 0.74, 0.02));
    pen.fill(
        c.main(),
        curve(
            -0.3, 0.0, -0.72, 0.5, -0.62, 0.95, -0.4, 0.95, -0.1, 0.95, 0.1, 0.95, 0.4, 0.95, 0.62,
            0.95, 0.72, 0.5, 0.3, 0.0));
    pen.patch(c.light(), oval(0, 0.55, 0.24, 0.34));
    pen.fill(c.main(), oval(-0.2, 0.9, 0.17, 0.1)).fill(c.main(), oval(0.2, 0.9, 0.17, 0.1));
    for (int side = -1; side <= 1; side += 2) {
      pen.fill(c.main(), polygon(side * 0.56, -0.35, side * 0.56, -1.0, side * 0.1, -0.68));
      pen.patch(c.blush(), polygon(side * 0.48, -0.5, side * 0.49, -0.84, side * 0.24, -0.66));
    }
    pen.fill(c.main(), oval(0, -0.32, 0.6, 0.47));
    catFace(pen, c);
  }

  private static void catFace(Pen pen, Palette c) {
    for (int side = -1; side <= 1; side += 2) {
      pen.fill(c.glow(), oval(side * 0.25, -0.38, 0.13, 0.13));
      pen.patch(c.ink(), oval(side * 0.25, -0.38, 0.05, 0.12));
      pen.stroke(c.ink(), 0.03, path(side * 0.25, -0.16, side * 0.78, -0.26));
      pen.stroke(c.ink(), 0.03, path(side * 0.25, -0.1, side * 0.78, -0.05));
      pen.stroke(c.ink(), 0.04, curve(0, -0.12, 0, -0.03, side * 0.1, -0.01, side * 0.16, -0.07));
      pen.stroke(c.dark(), 0.07, path(side * 0.09, -0.72, side * 0.08, -0.58));
    }
    pen.patch(c.blush(), polygon(-0.07, -0.2, 0.07, -0.2, 0, -0.12));
  }

  static void tree(Pen pen) {
    Palette c = pen.palette();
    pen.fill(
        c.wood(), polygon(-0.13, 0.1, -0.15, 0.75, -0.32, 0.96, 0.32, 0.96, 0.15, 0.75, 0.13, 0.1));
    pen.stroke(c.ink(), 0.04, path(-0.03, 0.5, -0.03, 0.8));
    double[][] crown = {
      {-0.48, 0.02, 0.42},
      {0.48, 0.02, 0.42},
      {-0.3, -0.45, 0.44},
      {0.32, -0.43, 0.43},
      {0, -0.1, 0.5}
    };
    for (double[] ball : crown) {
      pen.fill(c.main(), oval(ball[0], ball[1], ball[2], ball[2]));
    }
    for (double[] ball : crown) {
      pen.patch(c.main(), oval(ball[0], ball[1], ball[2] - 0.02, ball[2] - 0.02));
    }
    pen.patch(c.light(), oval(-0.34, -0.56, 0.2, 0.15))
        .patch(c.light(), oval(0.24, -0.5, 0.13, 0.1));
    pen.patch(c.dark(), oval(0.42, 0.2, 0.26, 0.12)).patch(c.dark(), oval(-0.3, 0.22, 0.24, 0.1));
    pen.patch(c.dark(), box(-0.2, -0.16, 0.12, -0.08, 0.08));
  }
}
