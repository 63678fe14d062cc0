"""Who says what: reported speech, quotations and transcripts."""
