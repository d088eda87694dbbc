"""The citizen's pages: a survey server that knows public keys and the survey file, and never the desk's database."""
