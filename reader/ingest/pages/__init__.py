"""Pages: what a web page's markup says of its article, and the article's text. Run in a child process only."""
