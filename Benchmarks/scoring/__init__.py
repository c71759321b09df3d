"""Compares what `extract` says of the marked texts with their marking. See ../accuracy.py for the rules."""


class Trouble(Exception):
    """Why nothing could be measured."""
