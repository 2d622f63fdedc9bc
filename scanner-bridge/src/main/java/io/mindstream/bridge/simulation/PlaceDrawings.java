package io.mindstream.bridge.simulation;

import static io.mindstream.bridge.simulation.Pen.box;
import static io.mindstream.bridge.simulation.Pen.oval;
import static io.mindstream.bridge.simulation.Pen.path;
import static io.mindstream.bridge.simulation.Pen.polygon;

import java.awt.Color;
import java.awt.geom.Path2D;

/** Houses, chairs, cars. */
final class PlaceDrawings {

  private PlaceDrawings() {}

  static void house(Pen pen) {
    Palette c = pen.palette();
    pen.fill(c.dark(), box(0.38, -0.86, 0.58, -0.3, 0));
    pen.fill(c.main(), box(-0.72, -0.2, 0.72, 0.92, 0));
    pen.fill(c.dark(), polygon(-0.95, -0.16, 0, -0.95, 0.95, -0.16));
    pen.fill(c.glass(), oval(0, -0.45, 0.13, 0.13));
    window(pen, -0.42, 0.12);
    window(pen, 0.42, 0.12);
    pen.fill(c.wood(), box(-0.17, 0.38, 0.17, 0.92, 0.06));
    pen.patch(c.glow(), oval(0.09, 0.66, 0.035, 0.035));
    window(pen, -0.45, 0.62);
    window(pen, 0.45, 0.62);
  }

  private static void window(Pen pen, double x, double y) {
    Palette c = pen.palette();
    pen.fill(c.glow(), box(x - 0.16, y - 0.16, x + 0.16, y + 0.16, 0));
    pen.stroke(c.ink(), 0.03, path(x - 0.16, y, x + 0.16, y));
    pen.stroke(c.ink(), 0.03, path(x, y - 0.16, x, y + 0.16));
  }

  static void chair(Pen pen) {
    Palette c = pen.palette();
    pen.fill(c.dark(), box(0.36, 0.1, 0.48, 0.72, 0.03));
    pen.fill(c.dark(), box(-0.24, 0.1, -0.12, 0.72, 0.03));
    pen.fill(c.main(), box(-0.5, -0.95, -0.36, 0.2, 0.08));
    pen.fill(c.main(), box(0.22, -0.95, 0.36, 0.2, 0.08));
    for (double top : new double[] {-0.86, -0.56, -0.26}) {
      pen.fill(c.light(), box(-0.4, top, 0.26, top + 0.17, 0.05));
    }
    pen.fill(c.main(), polygon(-0.5, 0.06, 0.36, 0.06, 0.62, 0.32, -0.62, 0.32));
    pen.fill(c.dark(), box(-0.62, 0.32, 0.62, 0.44, 0.03));
    pen.fill(c.main(), box(-0.6, 0.44, -0.46, 0.96, 0.03));
    pen.fill(c.main(), box(0.46, 0.44, 0.6, 0.96, 0.03));
  }

  static void car(Pen pen) {
    Palette c = pen.palette();
    Path2D body = new Path2D.Double();
    body.moveTo(-0.95, 0.38);
    body.curveTo(-1.0, 0.1, -0.95, 0.0, -0.72, -0.06);
    body.curveTo(-0.5, -0.5, -0.45, -0.52, -0.1, -0.52);
    body.curveTo(0.3, -0.52, 0.36, -0.4, 0.52, -0.06);
    body.curveTo(0.9, 0.0, 0.98, 0.1, 0.96, 0.38);
    body.closePath();
    pen.fill(c.main(), body);
    pen.fill(c.glass(), polygon(-0.54, -0.06, -0.4, -0.38, -0.12, -0.4, -0.12, -0.06));
    pen.fill(c.glass(), polygon(-0.02, -0.06, -0.02, -0.4, 0.2, -0.38, 0.38, -0.06));
    pen.stroke(c.dark(), 0.04, path(-0.07, -0.04, -0.07, 0.34));
    pen.patch(c.dark(), box(0.02, 0.06, 0.18, 0.11, 0.04));
    pen.fill(c.glow(), oval(0.86, 0.12, 0.08, 0.08))
        .fill(c.blush(), box(-0.96, 0.06, -0.86, 0.2, 0.04));
    pen.fill(c.dark(), box(-0.98, 0.32, 0.98, 0.44, 0.08));
    wheel(pen, -0.52, c.metal());
    wheel(pen, 0.55, c.metal());
  }

  private static void wheel(Pen pen, double x, Color hub) {
    pen.fill(pen.palette().ink(), oval(x, 0.44, 0.25, 0.25)).fill(hub, oval(x, 0.44, 0.12, 0.12));
  }
}
