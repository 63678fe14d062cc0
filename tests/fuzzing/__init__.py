"""Anything at all into the readers, the YAML files and the renderers: an answer or one message, nothing else.

`make test` tries a few examples of each, `make fuzz` many more. What they find becomes a test of its own beside the
others of its room.
"""
