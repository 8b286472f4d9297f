"""Hankeapp: a register of a city's projects."""

__version__ = "0.1.0"
