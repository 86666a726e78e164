"""Names by a small encoder of our own: text in, labelled spans out. The entrance is ``tagger.NameTagger``."""
