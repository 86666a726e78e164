"""The worker process, which reads, analyses and stores, and the client that starts it."""
