"""Hand edits of `brief.yaml` -> the text of `overrides.yaml`, spliced in without touching another byte."""
