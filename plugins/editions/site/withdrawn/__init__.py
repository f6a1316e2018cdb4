"""What became of criteria and domains of earlier editions."""
