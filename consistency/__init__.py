"""Cross-source claim-consistency checks for news articles."""
