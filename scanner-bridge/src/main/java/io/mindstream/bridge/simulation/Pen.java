package io.mindstream.bridge.simulation;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;

/** Draws outlined flat shapes in the square from -1 to 1, y down. */
final class Pen {

  private static final float OUTLINE = 0.035f;

  private final Graphics2D g;
  private final Palette palette;

  Pen(Graphics2D g, Palette palette) {
    this.g = g;
    this.palette = palette;
  }

  Palette palette() {
    return palette;
  }

  /** Fills and outlines. */
  Pen fill(Color color, Shape shape) {
    g.setColor(color);
    g.fill(shape);
    return stroke(palette.ink(), OUTLINE, shape);
  }

  /** Fills without an outline. */
  Pen patch(Color color, Shape shape) {
    g.setColor(color);
    g.fill(shape);
    return this;
  }

  Pen stroke(Color color, double width, Shape shape) {
    g.setColor(color);
    g.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.draw(shape);
    return this;
  }

  /** An ellipse by its centre and radii. */
  static Shape oval(double x, double y, double rx, double ry) {
    return new Ellipse2D.Double(x - rx, y - ry, 2 * rx, 2 * ry);
  }

  /** A rectangle by its corners, with rounded corners. */
  static Shape box(double left, double top, double right, double bottom, double arc) {
    return new RoundRectangle2D.Double(left, top, right - left, bottom - top, arc, arc);
  }

  /** A closed polygon: x, y, x, y, … */
  static Shape polygon(double... xy) {
    Path2D path = path(xy);
    path.closePath();
    return path;
  }

  /** An open line: x, y, x, y, … */
  static Path2D path(double... xy) {
    Path2D path = new Path2D.Double();
    path.moveTo(xy[0], xy[1]);
    for (int i = 2; i < xy.length; i += 2) {
      path.lineTo(xy[i], xy[i + 1]);
    }
    return path;
  }

  /** A start point and cubic curves: x, y, then six numbers a curve. */
  static Path2D curve(double... xy) {
    Path2D path = new Path2D.Double();
    path.moveTo(xy[0], xy[1]);
    for (int i = 2; i < xy.length; i += 6) {
      path.curveTo(xy[i], xy[i + 1], xy[i + 2], xy[i + 3], xy[i + 4], xy[i + 5]);
    }
    return path;
  }
}
