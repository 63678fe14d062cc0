"""The text of both YAML files -> typed values that know their places; and the messages for what does not fit."""
