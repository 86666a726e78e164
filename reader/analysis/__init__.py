"""What Reader finds in articles: pure functions from texts to annotations, events and comparisons."""
