"""Formats in and out, a module each: file to proposals and domain objects, and back."""
