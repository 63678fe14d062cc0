"""The article as text: language, genre, sentences, structure, noun phrases."""
