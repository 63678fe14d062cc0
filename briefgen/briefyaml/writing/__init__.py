"""Brief -> the text of `brief.yaml`, the example of an `overrides.yaml`, and JSON Schemas for editors."""
