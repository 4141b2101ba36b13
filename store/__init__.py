"""What is kept: articles, records and their history, in one SQLite file."""
