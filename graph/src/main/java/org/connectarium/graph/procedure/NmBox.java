package org.connectarium.graph.procedure;

/// A region in nm: begin inclusive, end exclusive.
public record NmBox(double x0Nm, double y0Nm, double z0Nm, double x1Nm, double y1Nm, double z1Nm) {

  public boolean contains(double xNm, double yNm, double zNm) {
    return xNm >= x0Nm && xNm < x1Nm && yNm >= y0Nm && yNm < y1Nm && zNm >= z0Nm && zNm < z1Nm;
  }
}
