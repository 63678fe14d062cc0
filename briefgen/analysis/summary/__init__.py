"""What matters most, and how its lines are worded."""
