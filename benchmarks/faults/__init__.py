"""Trials of what must not go wrong: deaths, power cuts, flipped bits, hostile files, full disks, two at a time."""
