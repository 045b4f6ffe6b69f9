"""The classes of what explains and of what comes of it. They are described in `__init__.pyi`."""

from wirecodes._wirecodes import explaining

globals().update(explaining())
