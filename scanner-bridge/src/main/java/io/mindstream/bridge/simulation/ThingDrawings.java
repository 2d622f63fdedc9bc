package io.mindstream.bridge.simulation;

import static io.mindstream.bridge.simulation.Pen.box;
import static io.mindstream.bridge.simulation.Pen.oval;
import static io.mindstream.bridge.simulation.Pen.path;
import static io.mindstream.bridge.simulation.Pen.polygon;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.util.Random;

/** Shoes, bottles, scissors, stars, mosaics. */
final class ThingDrawings {

  private static final int MOSAIC = 9;

  private ThingDrawings() {}

  static void shoe(Pen pen) {
    Palette c = pen.palette();
    Path2D upper = new Path2D.Double();
    upper.moveTo(-0.82, 0.38);
    upper.curveTo(-0.86, 0.0, -0.84, -0.3, -0.76, -0.56);
    upper.curveTo(-0.6, -0.42, -0.4, -0.42, -0.2, -0.56);
    upper.curveTo(0.0, -0.2, 0.3, -0.02, 0.62, 0.04);
    upper.curveTo(0.86, 0.1, 0.95, 0.24, 0.94, 0.38);
    upper.closePath();
    pen.fill(c.main(), upper);
    pen.fill(c.dark(), polygon(-0.82, 0.36, -0.84, -0.08, -0.56, 0.0, -0.5, 0.36));
    Path2D cap = new Path2D.Double();
    cap.moveTo(0.54, 0.38);
    cap.curveTo(0.54, 0.2, 0.58, 0.1, 0.66, 0.05);
    cap.curveTo(0.86, 0.1, 0.95, 0.24, 0.94, 0.38);
    cap.closePath();
    pen.fill(c.light(), cap);
    for (int lace = 0; lace < 4; lace++) {
      double x = -0.12 + 0.17 * lace;
      double y = -0.36 + 0.115 * lace;
      pen.stroke(c.paper(), 0.075, path(x, y, x - 0.14, y + 0.16));
    }
    pen.stroke(c.light(), 0.09, path(-0.36, 0.26, -0.1, 0.06, 0.2, 0.26));
    pen.fill(c.paper(), box(-0.9, 0.36, 0.98, 0.6, 0.16));
    pen.stroke(c.main(), 0.05, path(-0.8, 0.49, 0.88, 0.49));
  }

  static void bottle(Pen pen) {
    Palette c = pen.palette();
    Path2D glass = new Path2D.Double();
    glass.moveTo(-0.15, -0.72);
    glass.curveTo(-0.15, -0.3, -0.42, -0.3, -0.42, 0.05);
    glass.lineTo(-0.42, 0.84);
    glass.curveTo(-0.42, 0.98, 0.42, 0.98, 0.42, 0.84);
    glass.lineTo(0.42, 0.05);
    glass.curveTo(0.42, -0.3, 0.15, -0.3, 0.15, -0.72);
    glass.closePath();
    pen.fill(c.main(), glass);
    pen.stroke(c.light(), 0.08, path(-0.3, 0.08, -0.3, 0.12));
    pen.stroke(c.light(), 0.07, path(-0.05, -0.6, -0.05, -0.42));
    pen.fill(c.dark(), box(-0.2, -0.97, 0.2, -0.7, 0.06));
    pen.fill(c.paper(), box(-0.42, 0.22, 0.42, 0.7, 0));
    pen.patch(c.dark(), box(-0.4, 0.3, 0.4, 0.37, 0)).patch(c.main(), oval(0, 0.53, 0.12, 0.12));
  }

  static void scissors(Pen pen) {
    Palette c = pen.palette();
    for (int side = -1; side <= 1; side += 2) {
      pen.fill(
          c.metal(),
          polygon(side * -0.5, -0.95, side * -0.34, -0.72, side * 0.16, 0.24, side * -0.02, 0.3));
      Shape ring = oval(side * 0.4, 0.62, 0.25, 0.3);
      pen.stroke(c.ink(), 0.23, ring).stroke(c.main(), 0.16, ring);
      pen.stroke(c.ink(), 0.23, path(side * 0.06, 0.2, side * 0.24, 0.42));
      pen.stroke(c.main(), 0.16, path(side * 0.06, 0.2, side * 0.24, 0.42));
    }
    pen.fill(c.paper(), oval(0, 0.06, 0.08, 0.08));
  }

  static void star(Pen pen) {
    Palette c = pen.palette();
    pen.fill(c.main(), starShape(0.98)).patch(c.light(), starShape(0.55));
  }

  private static Shape starShape(double radius) {
    double[] xy = new double[20];
    for (int corner = 0; corner < 10; corner++) {
      double r = corner % 2 == 0 ? radius : radius * 0.42;
      double angle = -Math.PI / 2 + corner * Math.PI / 5;
      xy[2 * corner] = r * Math.cos(angle);
      xy[2 * corner + 1] = r * Math.sin(angle);
    }
    return polygon(xy);
  }

  static void scrambled(Pen pen) {
    Palette c = pen.palette();
    Color[] colours = {c.main(), c.dark(), c.light(), c.paper(), c.ink(), c.metal()};
    Random texture = c.texture();
    double cell = 2.0 / MOSAIC;
    for (int tile = 0; tile < MOSAIC * MOSAIC; tile++) {
      int row = tile / MOSAIC;
      int column = tile % MOSAIC;
      double x = -1 + cell * column;
      double y = -1 + cell * row;
      pen.patch(
          colours[texture.nextInt(colours.length)], box(x, y, x + cell * 1.01, y + cell * 1.01, 0));
    }
  }
}
