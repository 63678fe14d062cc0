"""Who is in the article: countries, bodies and people, under one name each, with their roles."""
