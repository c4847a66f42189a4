"""Pictures: timelines of measures and charts of figures, as SVG that is the same on every run and machine.

Who needs a picture imports from the module that draws it:

* ``zeitplan``: :func:`~kmut_cli.render.bild.zeitplan.zeitplan`, measures over years;
* ``linien``, ``saeulen``: an indicator over time, from a :class:`~kmut_cli.render.bild.reihen.Diagramm`;
* ``raster``: :func:`~kmut_cli.render.bild.raster.png` and :func:`~kmut_cli.render.bild.raster.masse`, for formats that
  cannot carry SVG.

One unit of the drawings is one point in print, so that a text of size 8 is 8 pt high on paper.
"""
