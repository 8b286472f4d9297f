"""Benchmarks: what this program costs beside the bare thing."""
